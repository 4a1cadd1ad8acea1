import type { Route } from '../http/route.ts'
import { drawingRoutes } from './drawing-routes.ts'
import { modelOf } from './publish-model.ts'

export const modelRoutes: Route[] = drawingRoutes({ name: 'segment', path: '/segments/{segment}', modelOf })
