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

type Cells = (string | number)[]

type Column<Row> = [title: string, tell: (row: Row) => string | number | null]

/** How many rows are read at a time. */
const some = 500

/** Each line of a list as the cells of a table: by column, in the order of the columns. */
async function* table<Row>(rows: AsyncIterable<Row>, columns: Column<Row>[]) {
  yield columns.map(([title]) => title)
  for await (const row of rows) yield columns.map(([, tell]): Cells[number] => tell(row) ?? '')
}

/** The deals that a filter finds as they stand when it is asked, all of them. */
export const dealTable = (deps: Deps, actor: User, filter: DealFilter): AsyncIterable<Cells> =>
  table(everyDeal(deps, actor, filter), [
    ['Deal', ({ name }) => name],
    ['Account', ({ account }) => account],
    ['Segment', ({ segment }) => segment.name],
    ['Status', ({ status }) => status],
    ['Outcome', ({ outcome }) => outcome],
    ['Stands at', ({ openStages }) => openStages.map(({ name }) => name).join('; ')],
    ['Effort', ({ effort }) => effort],
    ['Open tasks', ({ openTasks }) => openTasks],
    ['Support hours', ({ supportHours }) => supportHours],
    ['Owner', ({ owner }) => owner.name],
    ['Opened at', ({ openedAt }) => openedAt],
    ['Id', ({ id }) => id],
  ])

async function* everyDeal(deps: Deps, actor: User, filter: DealFilter): AsyncGenerator<DealRow> {
  const ids = await dealIds(deps.db, actor, filter)
  for (let at = 0; at < ids.length; at += some) yield* await dealRows(deps, ids.slice(at, at + some))
}

export const owedTable = (deps: Deps, actor: User): AsyncIterable<Cells> =>
  table(
    everyRow((range) => owedList(deps, actor, range)),
    [
      ['Kind', ({ kind }) => kind],
      ['What', ({ name }) => name],
      ['Deal', ({ dealName }) => dealName],
      ['Account', ({ account }) => account],
      ['Stage', ({ stage }) => stage],
      ['Step', (row) => (row.kind === 'objection' ? row.step : null)],
      ['Question', (row) => (row.kind === 'question' ? row.text : null)],
      ['Brings', (row) => (row.kind === 'task' ? row.brings.map(({ name }) => name).join('; ') : null)],
      ['Opened at', ({ openedAt }) => openedAt],
      ['Due at', ({ dueAt }) => dueAt],
      ['Escalated at', ({ escalatedAt }) => escalatedAt],
      ['Deal id', ({ dealId }) => dealId],
    ],
  )

export const requestTable = (deps: Deps, actor: User, filter: RequestFilter): AsyncIterable<Cells> =>
  table(
    everyRow((range) => requestList(deps, actor, { ...filter, ...range })),
    [
      ['Request', ({ name }) => name],
      ['Deal', ({ dealName }) => dealName],
      ['Account', ({ account }) => account],
      ['Department', ({ department }) => department.name],
      ['Owner', ({ owner }) => owner?.name ?? null],
      ['Status', ({ status }) => status],
      ['Verdict', ({ verdict }) => verdict],
      ['Note', ({ note }) => note],
      ['Opened at', ({ openedAt }) => openedAt],
      ['Due at', ({ dueAt }) => dueAt],
      ['Answered at', ({ answeredAt }) => answeredAt],
      ['Escalated at', ({ escalatedAt }) => escalatedAt],
      ['Hours', ({ hours }) => hours],
      ['Deal id', ({ dealId }) => dealId],
    ],
  )

export const objectionTable = (deps: Deps, filter: ObjectionFilter): AsyncIterable<Cells> =>
  table(
    everyRow((range) => objectionList(deps, { ...filter, ...range })),
    [
      ['Objection', ({ statement }) => statement],
      ['Type', ({ type }) => type.name],
      ['Status', ({ crossed, status }) => (crossed ? 'crossed' : status)],
      ['Deal', ({ deal }) => deal.name],
      ['Account', ({ account }) => account],
      ['Segment', ({ segment }) => segment.name],
      ['Stage', ({ stage }) => stage?.name ?? null],
      ['About', ({ about }) => about],
      ['Holds the stage', ({ blocks }) => (blocks ? 'yes' : 'no')],
      ['Strategy', ({ strategy }) => strategy],
      ['Owner', ({ owner }) => owner.name],
      ['Raised at', ({ raisedAt }) => raisedAt],
      ['Due at', ({ dueAt }) => dueAt],
      ['Deal id', ({ deal }) => deal.id],
    ],
  )

export const deviationTable = (deps: Deps, filter: DeviationFilter): AsyncIterable<Cells> =>
  table(
    everyRow((range) => deviationList(deps, { ...filter, ...range })),
    [
      ['Kind', ({ kind }) => kind],
      ['What', ({ name }) => name],
      ['Reason', ({ reason }) => reason],
      ['Stage', ({ stage }) => stage?.name ?? null],
      ['Deal', ({ deal }) => deal.name],
      ['Segment', ({ segment }) => segment.name],
      ['By', ({ by }) => by.name],
      ['At', ({ at }) => at],
      ['Deal id', ({ deal }) => deal.id],
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
