import type { ProductWords } from '#engine'
import type { DealRow } from '../deals/contract.ts'
import { dealRows } from '../deals/deal-list.ts'
import { type DealFilter, dealIds } from '../deals/found-deals.ts'
import type { Deps } from '../deps.ts'
import { type DeviationFilter, deviationList } from '../deviations/deviation-list.ts'
import type { Page } from '../http/page-contract.ts'
import { type ObjectionFilter, objectionList } from '../objections/objection-list.ts'
import type { User } from '../people/contract.ts'
import { owedList } from '../work/owed-list.ts'
import { type RequestFilter, requestList } from '../work/request-list.ts'
import { type Cells, table } from './table.ts'

/** How many rows are read at a time. */
const some = 500

/** The deals that a filter finds as they stand when it is asked, all of them. */
export const dealTable = (deps: Deps, actor: User, filter: DealFilter, words: ProductWords): AsyncIterable<Cells> =>
  table(everyDeal(deps, actor, filter), [
    [words.deal, ({ name }) => name],
    [words.account, ({ account }) => account],
    [words.segment, ({ segment }) => segment.name],
    [words.column.status, ({ status }) => words.dealStatus[status]],
    [words.column.outcome, ({ outcome }) => outcome && words.dealOutcome[outcome]],
    [words.column.standsAt, ({ openStages }) => openStages.map(({ name }) => name).join('; ')],
    [words.effort, ({ effort }) => effort],
    [words.column.openTasks, ({ openTasks }) => openTasks],
    [words.column.supportHours, ({ supportHours }) => supportHours],
    [words.owner, ({ owner }) => owner.name],
    [words.column.openedAt, ({ openedAt }) => openedAt],
    [words.column.id, ({ id }) => id],
  ])

async function* everyDeal(deps: Deps, actor: User, filter: DealFilter): AsyncGenerator<DealRow> {
  const ids = await dealIds(deps.db, actor, filter)
  for (let at = 0; at < ids.length; at += some) yield* await dealRows(deps, ids.slice(at, at + some))
}

export const owedTable = (deps: Deps, actor: User, words: ProductWords): AsyncIterable<Cells> =>
  table(
    everyRow((range) => owedList(deps, actor, range)),
    [
      [words.column.kind, ({ kind }) => words[kind]],
      [words.column.what, ({ name }) => name],
      [words.deal, ({ dealName }) => dealName],
      [words.account, ({ account }) => account],
      [words.stage, ({ stage }) => stage],
      [words.column.step, (row) => (row.kind === 'objection' ? words.objectionStep[row.step] : null)],
      [words.question, (row) => (row.kind === 'question' ? row.text : null)],
      [words.column.brings, (row) => (row.kind === 'task' ? row.brings.map(({ name }) => name).join('; ') : null)],
      [words.column.openedAt, ({ openedAt }) => openedAt],
      [words.column.dueAt, ({ dueAt }) => dueAt],
      [words.column.escalatedAt, ({ escalatedAt }) => escalatedAt],
      [words.column.dealId, ({ dealId }) => dealId],
    ],
  )

export const requestTable = (
  deps: Deps,
  actor: User,
  filter: RequestFilter,
  words: ProductWords,
): AsyncIterable<Cells> =>
  table(
    everyRow((range) => requestList(deps, actor, { ...filter, ...range })),
    [
      [words.column.request, ({ name }) => name],
      [words.deal, ({ dealName }) => dealName],
      [words.account, ({ account }) => account],
      [words.department, ({ department }) => department.name],
      [words.owner, ({ owner }) => owner?.name ?? null],
      [words.column.status, ({ status }) => words.requestStatus[status]],
      [words.column.verdict, ({ verdict }) => verdict && words.verdict[verdict as keyof typeof words.verdict]],
      [words.note, ({ note }) => note],
      [words.column.openedAt, ({ openedAt }) => openedAt],
      [words.column.dueAt, ({ dueAt }) => dueAt],
      [words.column.answeredAt, ({ answeredAt }) => answeredAt],
      [words.column.escalatedAt, ({ escalatedAt }) => escalatedAt],
      [words.column.hours, ({ hours }) => hours],
      [words.column.dealId, ({ dealId }) => dealId],
    ],
  )

export const objectionTable = (deps: Deps, filter: ObjectionFilter, words: ProductWords): AsyncIterable<Cells> =>
  table(
    everyRow((range) => objectionList(deps, { ...filter, ...range })),
    [
      [words.objection, ({ statement }) => statement],
      [words.column.type, ({ type }) => type.name],
      [words.column.status, ({ crossed, status }) => (crossed ? words.outcome.crossed : words.objectionStatus[status])],
      [words.deal, ({ deal }) => deal.name],
      [words.account, ({ account }) => account],
      [words.segment, ({ segment }) => segment.name],
      [words.stage, ({ stage }) => stage?.name ?? null],
      [words.column.about, ({ about }) => about],
      [words.column.holds, ({ blocks }) => (blocks ? words.yes : words.no)],
      [words.column.strategy, ({ strategy }) => strategy && words.strategy[strategy]],
      [words.owner, ({ owner }) => owner.name],
      [words.column.raisedAt, ({ raisedAt }) => raisedAt],
      [words.column.dueAt, ({ dueAt }) => dueAt],
      [words.column.dealId, ({ deal }) => deal.id],
    ],
  )

export const deviationTable = (deps: Deps, filter: DeviationFilter, words: ProductWords): AsyncIterable<Cells> =>
  table(
    everyRow((range) => deviationList(deps, { ...filter, ...range })),
    [
      [words.column.kind, ({ kind }) => words.deviationKind[kind]],
      [words.column.what, ({ name }) => name],
      [words.column.reason, ({ reason }) => reason],
      [words.stage, ({ stage }) => stage?.name ?? null],
      [words.deal, ({ deal }) => deal.name],
      [words.segment, ({ segment }) => segment.name],
      [words.column.by, ({ by }) => by.name],
      [words.column.at, ({ at }) => at],
      [words.column.dealId, ({ deal }) => deal.id],
    ],
  )

/** All rows of a list, page by page. */
async function* everyRow<Row>(ask: (range: { page: number; pageSize: number }) => Promise<Page<Row>>) {
  for (let page = 1; ; page++) {
    const { items, total } = await ask({ page, pageSize: some })
    yield* items
    if (page * some >= total) return
  }
}
