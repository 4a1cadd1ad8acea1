import { baseModelRoutes } from './base-models/routes.ts'
import { batchRoutes } from './batches/routes.ts'
import { calendarRoutes } from './calendars/routes.ts'
import { coachingRoutes } from './coaching/routes.ts'
import { cohortRoutes } from './cohorts/routes.ts'
import { dealRoutes } from './deals/routes.ts'
import { stepRoutes } from './deals/step-routes.ts'
import { deviationRoutes } from './deviations/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { fileRoutes } from './files/routes.ts'
import type { Route } from './http/route.ts'
import { keyAccountRoutes } from './key-accounts/routes.ts'
import { leadRoutes } from './leads/routes.ts'
import { modelRoutes } from './models/routes.ts'
import { moveRoutes } from './moves/routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { objectionRoutes } from './objections/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { playRoutes } from './plays/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { routingRoutes } from './routing/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { segmentRoutes } from './segments/routes.ts'
import { supportLoadRoutes } from './support-load/routes.ts'
import { viewRoutes } from './views/routes.ts'
import { visitRoutes } from './visits/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import { workRoutes } from './work/routes.ts'

/** Every endpoint below /api/v1. */
export const routes: Route[] = [
  ...peopleRoutes,
  ...calendarRoutes,
  ...routingRoutes,
  ...segmentRoutes,
  ...modelRoutes,
  ...baseModelRoutes,
  ...moveRoutes,
  ...playRoutes,
  ...dealRoutes,
  ...stepRoutes,
  ...objectionRoutes,
  ...batchRoutes,
  ...coachingRoutes,
  ...cohortRoutes,
  ...visitRoutes,
  ...keyAccountRoutes,
  ...reviewRoutes,
  ...deviationRoutes,
  ...fileRoutes,
  ...leadRoutes,
  ...supportLoadRoutes,
  ...workRoutes,
  ...notificationRoutes,
  ...webhookRoutes,
  ...searchRoutes,
  ...viewRoutes,
  ...exportRoutes,
]
