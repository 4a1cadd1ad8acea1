import type { DealState } from '#engine/deal'

type Called = Record<string, { status: string; name: string }>

/** What a move did to a deal, read from its states before and after, in the shape of an `Impact` without what was foreseen only. */
export function effectOf(before: DealState, after: DealState) {
  const openIn = ({ stages }: DealState) => Object.keys(stages).filter((id) => stages[id]?.status === 'open')
  const ids = [...new Set([...Object.keys(before.stages), ...Object.keys(after.stages)])]
  const statusIn = ({ stages }: DealState, id: string) => stages[id]?.status ?? 'absent'
  return {
    from: openIn(before).sort(),
    to: openIn(after).sort(),
    stages: ids
      .map((stage) => ({ stage, was: statusIn(before, stage), is: statusIn(after, stage) }))
      .filter(({ was, is }) => was !== is)
      .sort(byStage),
    tasks: calledOff(before.tasks, after.tasks),
    requests: calledOff(before.supportRequests, after.supportRequests),
    newTasks: newlyOpen(before.tasks, after.tasks),
    newRequests: newlyOpen(before.supportRequests, after.supportRequests),
  }
}

type Foreseen = {
  from: string[]
  to: string[]
  stages: { stage: string; was: string; is: string }[]
  lost: { tasks: { id: string }[]; requests: { id: string }[] }
  gained: { tasks: string[]; requests: string[] }
}

/** What an impact says in advance of what `effectOf` reads afterwards. */
export const foreseenEffect = ({ from, to, stages, lost, gained }: Foreseen): ReturnType<typeof effectOf> => ({
  from: [...from].sort(),
  to: [...to].sort(),
  stages: [...stages].sort(byStage),
  tasks: lost.tasks.map(({ id }) => id).sort(),
  requests: lost.requests.map(({ id }) => id).sort(),
  newTasks: [...gained.tasks].sort(),
  newRequests: [...gained.requests].sort(),
})

const byStage = (a: { stage: string }, b: { stage: string }) => a.stage.localeCompare(b.stage)

const calledOff = (before: Called, after: Called): string[] =>
  Object.keys(before)
    .filter((id) => before[id]?.status === 'open' && after[id]?.status === 'cancelled')
    .sort()

const newlyOpen = (before: Called, after: Called): string[] =>
  Object.entries(after)
    .flatMap(([id, { status, name }]) => (status === 'open' && before[id]?.status !== 'open' ? [name] : []))
    .sort()
