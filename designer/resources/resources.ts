import type { z } from 'zod'
import type { Department, ProcessModel, RecordedPlay } from '#engine'
import type { AttachedFile } from '#engine/deal'
import type { BaseModel, NewBaseModel, RestsOn, TakenOver, TakingOver } from '../../api/base-models/contract.ts'
import type { Batch, BatchRow, batchRowsQuery, Undoing } from '../../api/batches/contract.ts'
import type { Availability, ChangedAvailability, NewAbsence } from '../../api/calendars/contract.ts'
import type { BestPractice, NewRemark, Remark } from '../../api/coaching/contract.ts'
import type { Cohort, CohortDeal, cohortDealsQuery, JointRequest, JointTask } from '../../api/cohorts/contract.ts'
import type {
  Adaptation,
  DealHistory,
  DealOutlook,
  DealPage,
  DealRow,
  dealListQuery,
  NewDeal,
  Reading,
  StageWorked,
  UnderModel,
  UnderModelPreview,
} from '../../api/deals/contract.ts'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import type { AdaptedModel, DeviationList, deviationListQuery } from '../../api/deviations/contract.ts'
import type { Page } from '../../api/http/page-contract.ts'
import type {
  Mark as AccountMark,
  KeyAccount,
  KeyAccountPage,
  keyAccountListQuery,
} from '../../api/key-accounts/contract.ts'
import type {
  ChangedFunnel,
  ChangedLead,
  FunnelCounts,
  funnelCountsQuery,
  JointLeadChange,
  Lead,
  LeadBatch,
  LeadImport,
  leadListQuery,
  NewFilter,
  NewLead,
  Promotion,
  SavedFilter,
  SegmentFunnel,
} from '../../api/leads/contract.ts'
import type {
  JointPromotion,
  LeadPromotion,
  PromotionRow,
  promotionRowsQuery,
} from '../../api/leads/promotion-contract.ts'
import type { Draft, Meeting, Presence, Version } from '../../api/models/contract.ts'
import type {
  ImpactList,
  impactListQuery,
  Move,
  MovedDeal,
  movedDealsQuery,
  newMoveSchema,
  RunningDeals,
} from '../../api/moves/contract.ts'
import type {
  ChangedNoticeSettings,
  Locale,
  NoticeSettings,
  Undelivered,
  Unsubscribing,
  undeliveredQuery,
} from '../../api/notifications/contract.ts'
import type { JointPlan, ObjectionList, objectionListQuery } from '../../api/objections/contract.ts'
import type { ChangedUser, NewUser, User } from '../../api/people/contract.ts'
import type { PlayableDeals, playableQuery } from '../../api/plays/contract.ts'
import type {
  ChosenChanges,
  DealReview,
  Decision,
  NewReview,
  Review,
  ReviewPage,
  reviewListQuery,
  SheetComparison,
  TakenChange,
} from '../../api/reviews/contract.ts'
import type { ChangedRouting, DepartmentRouting, ProcessOwners } from '../../api/routing/contract.ts'
import type { Search } from '../../api/search/contract.ts'
import type { NewSegment, Segment } from '../../api/segments/contract.ts'
import type { Shift, SupportLoad } from '../../api/support-load/contract.ts'
import type { ChangedSavedView, NewSavedView, SavedView } from '../../api/views/contract.ts'
import type { Visit, visitListQuery } from '../../api/visits/contract.ts'
import type {
  ChangedWebhook,
  NewWebhook,
  Webhook,
  WebhookDelivery,
  WebhookWithSecret,
} from '../../api/webhooks/contract.ts'
import type {
  MyStages,
  Notice,
  OwedRow,
  owedListQuery,
  RequestPage,
  RequestRow,
  requestListQuery,
} from '../../api/work/contract.ts'
import { callApi, newId, post, put } from '../api-client.ts'

type Query<Shape extends Record<string, z.ZodType>> = { [Key in keyof Shape]?: z.input<Shape[Key]> }
type Items<Item> = { items: Item[] }

const at = encodeURIComponent
const search = (query: Record<string, unknown>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length > 0 ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : ''
}

function asForm(file: File): FormData {
  const form = new FormData()
  form.append('file', file)
  return form
}

export type TableOf = 'deals' | 'owed' | 'support-requests' | 'objections' | 'deviations' | `leads/${string}`

/** Whose a drawing is. Both have the same doors in the API. */
export type DrawingOwner = { kind: 'segment' | 'base-model'; id: string }
const drawingOf = ({ kind, id }: DrawingOwner) => `/${kind}s/${at(id)}`

/** What the screens ask of the API, with the types of its own contracts. */
export const api = {
  me: () => callApi<User>('/me'),
  savedViews: (list: string) => callApi<Items<SavedView>>(`/views${search({ list })}`),
  saveView: (view: NewSavedView) => post<SavedView>('/views', view),
  changeView: (id: string, change: ChangedSavedView) => put<SavedView>(`/views/${at(id)}`, change),
  deleteView: (id: string) => callApi<{ id: string }>(`/views/${at(id)}`, { method: 'DELETE' }),
  /** Where a browser saves a list from, as a table in a language. */
  addressOfTable: (list: TableOf, language: string, query: object = {}) =>
    `/api/v1/exports/${list}${search({ ...query, language })}`,
  search: (q: string) => callApi<Search>(`/search${search({ q })}`),
  users: () => callApi<Items<User>>('/users'),
  createUser: (user: NewUser) => post<{ id: string }>('/users', user),
  changeUser: (id: string, user: ChangedUser) => put<{ id: string }>(`/users/${at(id)}`, user),
  departments: () => callApi<Items<Department>>('/departments'),
  availability: (department: string) => callApi<Availability>(`/departments/${at(department)}/availability`),
  changeAvailability: (department: string, change: ChangedAvailability) =>
    put<Availability>(`/departments/${at(department)}/availability`, change),
  recordAbsence: (absence: NewAbsence) => post<{ id: string }>('/absences', absence),
  removeAbsence: (id: string) => callApi<{ id: string }>(`/absences/${at(id)}`, { method: 'DELETE' }),

  routing: (department: string) => callApi<DepartmentRouting>(`/departments/${at(department)}/routing`),
  changeRouting: (department: string, change: ChangedRouting) =>
    put<DepartmentRouting>(`/departments/${at(department)}/routing`, change),
  processOwners: () => callApi<ProcessOwners>('/process-owners'),
  setProcessOwner: (segment: string, userId: string | null) =>
    put<ProcessOwners>(`/segments/${at(segment)}/process-owner`, { userId }),

  segments: () => callApi<Items<Segment>>('/segments'),
  createSegment: (segment: NewSegment) => post<Segment>('/segments', segment),
  baseModels: () => callApi<Items<BaseModel>>('/base-models'),
  createBaseModel: (base: NewBaseModel) => post<BaseModel>('/base-models', base),
  restsOn: (segment: string) => callApi<{ restsOn: RestsOn | null }>(`/segments/${at(segment)}/base`),
  restOn: (segment: string, base: string | null) =>
    put<{ restsOn: RestsOn | null }>(`/segments/${at(segment)}/base`, { base }),
  takeOver: (segment: string) => callApi<TakingOver>(`/segments/${at(segment)}/take-over`),
  carryOut: (segment: string, taken: TakenOver) => post<Draft>(`/segments/${at(segment)}/take-over`, taken),

  draft: (owner: DrawingOwner) => callApi<Draft>(`${drawingOf(owner)}/model`),
  saveDraft: (owner: DrawingOwner, draft: Draft) => put<Draft>(`${drawingOf(owner)}/model`, draft),
  meetEditors: (owner: DrawingOwner, presence: Presence) =>
    callApi<Meeting>(`${drawingOf(owner)}/model/editors/me`, { method: 'PUT', key: 'none', body: presence }),
  leaveEditors: (owner: DrawingOwner) =>
    callApi(`${drawingOf(owner)}/model/editors/me`, { method: 'DELETE', key: 'none', outlives: true }),
  publish: (owner: DrawingOwner, publication: { note: string; revision: number }) =>
    post<Version>(`${drawingOf(owner)}/model/publish`, publication),
  versions: (owner: DrawingOwner) => callApi<Items<Version>>(`${drawingOf(owner)}/versions`),
  version: (owner: DrawingOwner, number: number) =>
    callApi<Version & { model: ProcessModel }>(`${drawingOf(owner)}/versions/${number}`),

  playableDeals: (segment: string, query: Query<typeof playableQuery>) =>
    callApi<PlayableDeals>(`/segments/${at(segment)}/plays${search(query)}`),
  playOfDeal: (segment: string, deal: string) => callApi<RecordedPlay>(`/segments/${at(segment)}/plays/${at(deal)}`),
  runningDeals: (segment: string) => callApi<RunningDeals>(`/segments/${at(segment)}/running-deals`),
  impact: (segment: string, version: number, query: Query<typeof impactListQuery>) =>
    callApi<ImpactList>(`/segments/${at(segment)}/versions/${version}/impact${search(query)}`),
  draftImpact: (segment: string, query: Query<typeof impactListQuery>) =>
    callApi<ImpactList>(`/segments/${at(segment)}/model/impact${search(query)}`),
  moves: (segment: string) => callApi<Items<Move>>(`/segments/${at(segment)}/moves`),
  startMove: (segment: string, move: z.input<typeof newMoveSchema>, key: string) =>
    callApi<Move>(`/segments/${at(segment)}/moves`, { method: 'POST', body: move, key }),
  move: (segment: string, id: string) => callApi<Move>(`/segments/${at(segment)}/moves/${at(id)}`),
  movedDeals: (segment: string, id: string, query: Query<typeof movedDealsQuery>) =>
    callApi<Page<MovedDeal>>(`/segments/${at(segment)}/moves/${at(id)}/deals${search(query)}`),
  changeMove: (segment: string, id: string, step: 'pause' | 'resume' | 'undo') =>
    post<Move>(`/segments/${at(segment)}/moves/${at(id)}/${step}`),

  deals: (query: Query<typeof dealListQuery>) => callApi<Page<DealRow>>(`/deals${search(query)}`),
  openDeal: (deal: NewDeal, key: string) => callApi<{ id: string }>('/deals', { method: 'POST', body: deal, key }),
  deal: (id: string) => callApi<DealPage>(`/deals/${at(id)}`),
  adaptDeal: (id: string, body: Adaptation, key: string) =>
    callApi<{ seq: number }>(`/deals/${at(id)}/adapt`, { method: 'POST', body, key }),
  underModelPreview: (id: string, reading: Reading) =>
    post<UnderModelPreview>(`/deals/${at(id)}/model/preview`, reading),
  putUnderModel: (id: string, body: UnderModel, key: string) =>
    callApi<{ seq: number }>(`/deals/${at(id)}/model`, { method: 'POST', body, key }),
  whatWorked: (id: string) => callApi<Items<StageWorked>>(`/deals/${at(id)}/what-worked`),
  outlook: (id: string) => callApi<DealOutlook>(`/deals/${at(id)}/outlook`),
  remarks: (deal: string) => callApi<Items<Remark>>(`/deals/${at(deal)}/remarks`),
  addRemark: (deal: string, remark: NewRemark) => post<{ id: string }>(`/deals/${at(deal)}/remarks`, remark),
  removeRemark: (id: string) => callApi<{ id: string }>(`/remarks/${at(id)}`, { method: 'DELETE' }),
  bestPractice: (segment: string, stage: string) =>
    callApi<Items<BestPractice>>(`/segments/${at(segment)}/best-practice${search({ stage })}`),
  history: (id: string) => callApi<DealHistory>(`/deals/${at(id)}/history`),
  /**
   * One step of a deal. `path` is the step's, `id` fills its `{id}`. The answer is the deal's new sequence number. A step
   * that is sent again with the same `key` counts once.
   */
  step: <Path extends keyof StepBodies>(deal: string, path: Path, body: StepBodies[Path], id = '', key = newId()) =>
    callApi<{ seq: number }>(`/deals/${at(deal)}/${path.replace('{id}', at(id))}`, { method: 'POST', body, key }),

  objections: (query: Query<typeof objectionListQuery>) => callApi<ObjectionList>(`/objections${search(query)}`),
  planTogether: (plan: JointPlan, key: string) =>
    callApi<Batch>('/objections/plan', { method: 'POST', body: plan, key }),
  undoBatch: (id: string, body: Undoing, key: string) =>
    callApi<Batch>(`/batches/${at(id)}/undo`, { method: 'POST', body, key }),
  cohort: (segment: string) => callApi<Cohort>(`/segments/${at(segment)}/cohort`),
  cohortDeals: (segment: string, query: Query<typeof cohortDealsQuery>) =>
    callApi<Page<CohortDeal>>(`/segments/${at(segment)}/cohort/deals${search(query)}`),
  addTasks: (segment: string, body: JointTask, key: string) =>
    callApi<Batch>(`/segments/${at(segment)}/cohort/tasks`, { method: 'POST', body, key }),
  askForAll: (segment: string, body: JointRequest, key: string) =>
    callApi<Batch>(`/segments/${at(segment)}/cohort/support`, { method: 'POST', body, key }),
  visits: (query: Query<typeof visitListQuery>) => callApi<Page<Visit>>(`/visits${search(query)}`),
  keyAccounts: (query: Query<typeof keyAccountListQuery>) => callApi<Page<KeyAccount>>(`/key-accounts${search(query)}`),
  keyAccount: (account: string) => callApi<KeyAccountPage>(`/key-accounts/${at(account)}`),
  markAccount: (account: string, mark: AccountMark) => put<{ id: string }>(`/key-accounts/${at(account)}`, mark),
  unmarkAccount: (account: string) => callApi<{ id: string }>(`/key-accounts/${at(account)}`, { method: 'DELETE' }),
  reviews: (query: Query<typeof reviewListQuery>) => callApi<Page<Review>>(`/reviews${search(query)}`),
  createReview: (body: NewReview, key: string) => callApi<ReviewPage>('/reviews', { method: 'POST', body, key }),
  review: (id: string) => callApi<ReviewPage>(`/reviews/${at(id)}`),
  dealReview: (id: string, deal: string) => callApi<DealReview>(`/reviews/${at(id)}/deals/${at(deal)}`),
  decide: (id: string, deal: string, body: Decision, key: string) =>
    callApi<DealReview>(`/reviews/${at(id)}/deals/${at(deal)}`, { method: 'POST', body, key }),
  /** Where a browser saves a review's sheet from. */
  addressOfSheet: (id: string, query: { format: 'xlsx' | 'csv'; language: string }) =>
    `/api/v1/reviews/${at(id)}/sheet${search(query)}`,
  previewSheet: (id: string, file: File) => {
    const body = new FormData()
    body.append('file', file)
    return callApi<SheetComparison>(`/reviews/${at(id)}/sheet`, { method: 'POST', body })
  },
  takeChanges: (id: string, body: ChosenChanges, key: string) =>
    callApi<Items<TakenChange>>(`/reviews/${at(id)}/changes`, { method: 'POST', body, key }),
  batch: (id: string) => callApi<Batch>(`/batches/${at(id)}`),
  batchRows: (id: string, query: Query<typeof batchRowsQuery>) =>
    callApi<Page<BatchRow>>(`/batches/${at(id)}/rows${search(query)}`),
  deviations: (query: Query<typeof deviationListQuery>) => callApi<DeviationList>(`/deviations${search(query)}`),
  adaptedModel: (deal: string, id: string) => callApi<AdaptedModel>(`/deviations/${at(deal)}/${at(id)}/changes`),

  funnel: (segment: string) => callApi<SegmentFunnel>(`/segments/${at(segment)}/funnel`),
  leads: (segment: string, query: Query<typeof leadListQuery>) =>
    callApi<Page<Lead>>(`/segments/${at(segment)}/leads${search(query)}`),
  funnelCounts: (segment: string, query: Query<typeof funnelCountsQuery>) =>
    callApi<FunnelCounts>(`/segments/${at(segment)}/leads/counts${search(query)}`),
  changeFunnel: (segment: string, change: ChangedFunnel) =>
    put<SegmentFunnel>(`/segments/${at(segment)}/funnel`, change),
  addLead: (segment: string, body: NewLead, key: string) =>
    callApi<Lead>(`/segments/${at(segment)}/leads`, { method: 'POST', body, key }),
  changeLead: (id: string, change: ChangedLead) => put<Lead>(`/leads/${at(id)}`, change),
  changeLeads: (segment: string, body: JointLeadChange, key: string) =>
    callApi<LeadBatch>(`/segments/${at(segment)}/leads/change`, { method: 'POST', body, key }),
  /** `look` says what would become of the list; nothing of it stays. */
  importLeads: (segment: string, file: File, step: 'look' | 'take') =>
    callApi<LeadImport>(`/segments/${at(segment)}/leads/import${step === 'look' ? '/preview' : ''}`, {
      method: 'POST',
      body: asForm(file),
    }),
  undoLeadBatch: (id: string) => post<LeadBatch>(`/lead-batches/${at(id)}/undo`),
  promoteLead: (id: string, promotion: Promotion) => post<{ deal: string }>(`/leads/${at(id)}/promote`, promotion),
  promoteLeads: (segment: string, body: JointPromotion, key: string) =>
    callApi<LeadPromotion>(`/segments/${at(segment)}/leads/promote`, { method: 'POST', body, key }),
  leadPromotion: (id: string) => callApi<LeadPromotion>(`/lead-promotions/${at(id)}`),
  promotionRows: (id: string, query: Query<typeof promotionRowsQuery>) =>
    callApi<Page<PromotionRow>>(`/lead-promotions/${at(id)}/rows${search(query)}`),
  keepFilter: (segment: string, filter: NewFilter) =>
    post<SavedFilter>(`/segments/${at(segment)}/lead-filters`, filter),
  removeFilter: (segment: string, id: string) =>
    callApi<{ id: string }>(`/segments/${at(segment)}/lead-filters/${at(id)}`, { method: 'DELETE' }),

  bringFile: (deal: string, file: File) =>
    callApi<AttachedFile>(`/deals/${at(deal)}/files`, { method: 'POST', body: asForm(file) }),
  /** Where a browser saves a file from. */
  addressOfFile: (deal: string, file: string) => `/api/v1/deals/${at(deal)}/files/${at(file)}`,
  managers: () => callApi<Items<{ id: string; name: string }>>('/managers'),

  myStages: () => callApi<MyStages>('/my-stages'),
  owed: (query: Query<typeof owedListQuery>) => callApi<Page<OwedRow>>(`/owed${search(query)}`),
  requests: (query: Query<typeof requestListQuery>) => callApi<Page<RequestRow>>(`/support-requests${search(query)}`),
  request: (deal: string, id: string) => callApi<RequestPage>(`/deals/${at(deal)}/support-requests/${at(id)}`),
  supportLoad: (timeZone: string) => callApi<SupportLoad>(`/support-load${search({ timeZone })}`),
  shiftRequests: (department: string, body: Shift, key: string) =>
    callApi<Batch>(`/departments/${at(department)}/shift`, { method: 'POST', body, key }),
  notices: () => callApi<Items<Notice> & { unread: number }>('/notifications'),
  noticeSettings: () => callApi<NoticeSettings>('/me/notifications'),
  changeNoticeSettings: (change: ChangedNoticeSettings) => put<NoticeSettings>('/me/notifications', change),
  rememberLocale: (locale: Locale) => callApi<Locale>('/me/locale', { method: 'PUT', body: locale, key: 'none' }),
  undeliveredMails: (query: Query<typeof undeliveredQuery>) =>
    callApi<Undelivered>(`/mails/undelivered${search(query)}`),
  retryMail: (id: string) => post<{ id: string }>(`/mails/${at(id)}/retry`),
  webhooks: () => callApi<Items<Webhook>>('/webhooks'),
  addWebhook: (webhook: NewWebhook) => post<WebhookWithSecret>('/webhooks', webhook),
  changeWebhook: (id: string, webhook: ChangedWebhook) => put<Webhook>(`/webhooks/${at(id)}`, webhook),
  removeWebhook: (id: string) => callApi<{ id: string }>(`/webhooks/${at(id)}`, { method: 'DELETE' }),
  renewSecret: (id: string) => post<WebhookWithSecret>(`/webhooks/${at(id)}/secret`),
  testWebhook: (id: string) => post<{ id: string }>(`/webhooks/${at(id)}/test`),
  sendDeliveryAgain: (id: string, delivery: string) =>
    post<{ id: string }>(`/webhooks/${at(id)}/deliveries/${at(delivery)}/again`),
  unsubscribing: (token: string) => callApi<Unsubscribing>(`/unsubscribe/${at(token)}`),
  unsubscribe: (token: string) => callApi<Unsubscribing>(`/unsubscribe/${at(token)}`, { method: 'POST', key: 'none' }),
  webhookDeliveries: (id: string) => callApi<Items<WebhookDelivery>>(`/webhooks/${at(id)}/deliveries`),
  markNoticesRead: () => post<{ read: number }>('/notifications/read'),
}
