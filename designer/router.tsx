import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { NotFound } from './frame/NotFound.tsx'
import { queries } from './queries.ts'

const root = createRootRoute({ component: Outlet })
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./session/SignIn.tsx'), 'SignIn'),
})
const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$token',
  component: lazyRouteComponent(() => import('./notifications/UnsubscribePage.tsx'), 'UnsubscribePage'),
})
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  // Asked while the page's code is on its way; the frame itself waits for the answer.
  loader: () => void import('./session/use-me.ts').then(({ whoIsThere }) => queries.prefetchQuery(whoIsThere)),
  component: lazyRouteComponent(() => import('./frame/Frame.tsx'), 'Frame'),
})
const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./frame/Home.tsx'), 'Home'),
})
const segments = createRoute({
  getParentRoute: () => frame,
  path: '/segments',
  component: lazyRouteComponent(() => import('./segments/SegmentsPage.tsx'), 'SegmentsPage'),
})
const segment = createRoute({
  getParentRoute: () => frame,
  path: '/segments/$segmentId',
  component: lazyRouteComponent(() => import('./editing/DesignerPage.tsx'), 'DesignerPage'),
})
const leads = createRoute({
  getParentRoute: () => frame,
  path: '/segments/$segmentId/leads',
  component: lazyRouteComponent(() => import('./leads/LeadsPage.tsx'), 'LeadsPage'),
})
const anyLeads = createRoute({
  getParentRoute: () => frame,
  path: '/leads',
  component: lazyRouteComponent(() => import('./leads/AnyLeads.tsx'), 'AnyLeads'),
})
const baseModels = createRoute({
  getParentRoute: () => frame,
  path: '/base-models',
  component: lazyRouteComponent(() => import('./base-models/BaseModelsPage.tsx'), 'BaseModelsPage'),
})
const baseModel = createRoute({
  getParentRoute: () => frame,
  path: '/base-models/$baseId',
  component: lazyRouteComponent(() => import('./editing/DesignerPage.tsx'), 'BaseDesignerPage'),
})
const versions = createRoute({
  getParentRoute: () => frame,
  path: '/segments/$segmentId/versions',
  component: lazyRouteComponent(() => import('./versions/VersionsPage.tsx'), 'VersionsPage'),
})
const baseVersions = createRoute({
  getParentRoute: () => frame,
  path: '/base-models/$baseId/versions',
  component: lazyRouteComponent(() => import('./versions/VersionsPage.tsx'), 'BaseVersionsPage'),
})
const movePreview = createRoute({
  getParentRoute: () => frame,
  path: '/segments/$segmentId/move/$version',
  component: lazyRouteComponent(() => import('./moves/MovePreviewPage.tsx'), 'MovePreviewPage'),
})
const move = createRoute({
  getParentRoute: () => frame,
  path: '/segments/$segmentId/moves/$moveId',
  component: lazyRouteComponent(() => import('./moves/MovePage.tsx'), 'MovePage'),
})
const today = createRoute({
  getParentRoute: () => frame,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./deals/TodayPage.tsx'), 'TodayPage'),
})
const deals = createRoute({
  getParentRoute: () => frame,
  path: '/deals',
  component: lazyRouteComponent(() => import('./deals/DealsPage.tsx'), 'DealsPage'),
})
const deal = createRoute({
  getParentRoute: () => frame,
  path: '/deals/$dealId',
  component: lazyRouteComponent(() => import('./deals/DealPage.tsx'), 'DealPage'),
})
const queue = createRoute({
  getParentRoute: () => frame,
  path: '/queue',
  component: lazyRouteComponent(() => import('./queue/QueuePage.tsx'), 'QueuePage'),
})
const request = createRoute({
  getParentRoute: () => frame,
  path: '/queue/$dealId/$requestId',
  component: lazyRouteComponent(() => import('./queue/RequestPage.tsx'), 'RequestPage'),
})
const team = createRoute({
  getParentRoute: () => frame,
  path: '/team',
  component: lazyRouteComponent(() => import('./team/TeamPage.tsx'), 'TeamPage'),
})
const cohort = createRoute({
  getParentRoute: () => frame,
  path: '/cohort',
  component: lazyRouteComponent(() => import('./cohort/CohortPage.tsx'), 'CohortPage'),
})
const visits = createRoute({
  getParentRoute: () => frame,
  path: '/cohort/visits',
  component: lazyRouteComponent(() => import('./visits/VisitsPage.tsx'), 'VisitsPage'),
})
const keyAccounts = createRoute({
  getParentRoute: () => frame,
  path: '/cohort/accounts',
  component: lazyRouteComponent(() => import('./key-accounts/KeyAccountsPage.tsx'), 'KeyAccountsPage'),
})
const reviews = createRoute({
  getParentRoute: () => frame,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./reviews/ReviewsPage.tsx'), 'ReviewsPage'),
})
const review = createRoute({
  getParentRoute: () => frame,
  path: '/reviews/$reviewId',
  component: lazyRouteComponent(() => import('./reviews/ReviewPage.tsx'), 'ReviewPage'),
})
const objections = createRoute({
  getParentRoute: () => frame,
  path: '/objections',
  component: lazyRouteComponent(() => import('./objections/ObjectionsPage.tsx'), 'ObjectionsPage'),
})
const deviations = createRoute({
  getParentRoute: () => frame,
  path: '/deviations',
  component: lazyRouteComponent(() => import('./deviations/DeviationsPage.tsx'), 'DeviationsPage'),
})
const routing = createRoute({
  getParentRoute: () => frame,
  path: '/routing',
  component: lazyRouteComponent(() => import('./routing/RoutingPage.tsx'), 'RoutingPage'),
})
const load = createRoute({
  getParentRoute: () => frame,
  path: '/load',
  component: lazyRouteComponent(() => import('./load/LoadPage.tsx'), 'LoadPage'),
})
const notifications = createRoute({
  getParentRoute: () => frame,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./notifications/NotificationsPage.tsx'), 'NotificationsPage'),
})
const delivery = createRoute({
  getParentRoute: () => frame,
  path: '/delivery',
  component: lazyRouteComponent(() => import('./notifications/DeliveryPage.tsx'), 'DeliveryPage'),
})
const people = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    unsubscribe,
    frame.addChildren([
      home,
      segments,
      segment,
      leads,
      anyLeads,
      baseModels,
      baseModel,
      versions,
      baseVersions,
      movePreview,
      move,
      today,
      deals,
      deal,
      queue,
      request,
      team,
      cohort,
      visits,
      keyAccounts,
      reviews,
      review,
      objections,
      deviations,
      routing,
      load,
      people,
      notifications,
      delivery,
    ]),
  ]),
  defaultNotFoundComponent: NotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
