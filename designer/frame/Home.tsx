import { Navigate } from '@tanstack/react-router'
import { useMe } from '../session/use-me.ts'
import { homeOf } from './places.ts'

/** The room in which somebody of my role begins. */
export function Home() {
  const { data: me } = useMe()
  return me ? <Navigate to={homeOf(me.role)} /> : null
}
