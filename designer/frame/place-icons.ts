import {
  ApartmentOutlined,
  AuditOutlined,
  BlockOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CommentOutlined,
  DashboardOutlined,
  ForkOutlined,
  FunnelPlotOutlined,
  InboxOutlined,
  NodeIndexOutlined,
  SendOutlined,
  ShoppingOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Place } from './places.ts'

/** A room's sign, by which it is known where its name does not fit. */
export const placeIcons: Record<Place, ComponentType> = {
  '/tasks': CalendarOutlined,
  '/deals': ShoppingOutlined,
  '/leads': FunnelPlotOutlined,
  '/queue': InboxOutlined,
  '/team': SolutionOutlined,
  '/reviews': AuditOutlined,
  '/cohort': NodeIndexOutlined,
  '/objections': CommentOutlined,
  '/deviations': BranchesOutlined,
  '/load': DashboardOutlined,
  '/segments': ApartmentOutlined,
  '/base-models': BlockOutlined,
  '/routing': ForkOutlined,
  '/people': TeamOutlined,
  '/delivery': SendOutlined,
}
