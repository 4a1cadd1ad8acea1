import type { Finding, ProcessModel, RuleName } from '#engine'
import type { DealState } from '#engine/deal'

type Shown = (model: ProcessModel, finding: Finding, state: DealState) => boolean

const statusOf = (state: DealState, stage = '') => state.stages[stage]?.status
const isOver: Shown = (model, _, state) =>
  model.stages.some(({ id, end }) => end && statusOf(state, id) === 'completed')
const stays: Shown = (_, { place }, state) => statusOf(state, place.stage ?? place.id) !== 'completed'
const staysShut: Shown = (_, { place }, state) => statusOf(state, place.id) === 'waiting'
const unsigned: Shown = (_, { place }, state) => state.layers?.[place.id]?.status !== 'signed'
const waysFrom = (model: ProcessModel, id: string) => model.transitions.filter(({ from }) => from === id)
const leadsNowhere: Shown = (model, { place }, state) =>
  statusOf(state, place.id) === 'completed' &&
  waysFrom(model, place.id).every(({ to }) => statusOf(state, to) === 'waiting')

/** What a played deal has to show for a finding to be shown by it. */
export const demonstrates: Partial<Record<RuleName, Shown>> = {
  'stage-unreachable': staysShut,
  'stage-never-opens': staysShut,
  'stage-never-left': (model, finding, state) =>
    statusOf(state, finding.place.id) === 'completed' && waysFrom(model, finding.place.id).length === 0,
  'stage-never-complete': stays,
  'stage-contradicts-earlier': stays,
  'stage-waits-on-later': stays,
  'condition-never-holds': stays,
  'branch-gap': leadsNowhere,
  'end-missing': (model, finding, state) => !isOver(model, finding, state) && !isAnyOpen(state),
  'cycle-without-progress': (_, { place }, state) => {
    const run = state.stages[place.id]
    return run?.status === 'completed' && run.openedAt === run.completedAt
  },
  'transition-never-taken': (model, { place }, state) => {
    const way = model.transitions.find(({ id }) => id === place.id)
    return statusOf(state, way?.from) === 'completed' && statusOf(state, way?.to) === 'waiting'
  },
  'element-nobody-brings': stays,
  'commitment-without-role': stays,
  'commitment-role-missing': stays,
  'commitment-lapses-first': stays,
  'layer-without-role': unsigned,
  'specialist-without-role': (_, { place }, state) =>
    Object.values(state.layers ?? {}).every(({ specialists }) => specialists?.[place.id]?.status !== 'signed'),
  'layer-count-too-high': unsigned,
  'layer-never-signed': unsigned,
  'start-missing': (_, __, state) => !isAnyOpen(state),
  'support-without-due': (_, { place }, state) => requestsOf(state, place.id).some(({ dueAt }) => dueAt === undefined),
  'support-without-department': (_, { place }, state) =>
    requestsOf(state, place.id).some(({ department }) => !department),
  'action-due-before-answer': (_, { place }, state) => isLate(state, place.id),
  'action-due-before-sign-off': (_, { place }, state) => isLate(state, place.id),
}

const isAnyOpen = ({ stages }: DealState) => Object.values(stages).some(({ status }) => status === 'open')
const requestsOf = ({ supportRequests }: DealState, trigger: string) =>
  Object.values(supportRequests).filter((request) => request.trigger === trigger)
const isLate = ({ tasks }: DealState, action: string) =>
  Object.values(tasks).some((task) => task.action === action && task.escalatedAt !== undefined)
