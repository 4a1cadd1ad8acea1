import type { ProcessModel, Scalar } from '#engine'
import type { ObservationInput } from '#engine/deal'
import { asDay, asNumber, asValue } from './as-value.ts'
import type { CrmTables } from './crm-files.ts'
import { expected, type FactSource, factSources } from './fact-sources.ts'
import { type Mapping, type StageMeaning, usualStages } from './mapping.ts'
import { nearest } from './nearest.ts'
import { type Fault, type ReferenceList, referenceList } from './reference-list.ts'
import type { TableRow } from './table.ts'

/** Something about a row that is told and does not keep its deal from opening. */
type Note = { kind: NoteKind; value: string; why: string }
export type NoteKind = 'account-missing' | 'account-unknown' | 'product-missing' | 'product-unknown' | 'agent-unknown'
/** A cell that has a fact and is no value of it. */
export type Unfit = { fact: string; column: string; cell: string }

/** A deal as a file describes it; `cells` is its row. */
type DescribedDeal = {
  name: string
  agent: string
  account?: string
  cells: TableRow['cells']
  observations: ObservationInput[]
}

export type Decision = { line: number; id: string; notes: Note[] } & (
  | { is: 'open'; stage: string; deal: DescribedDeal; unfit: Unfit[] }
  | { is: 'closed'; stage: string }
  | { is: 'refused'; why: string }
)

type Agent = { name: string; manager: string }

/** What becomes of each row of a pipeline, once and in its order, and what else the files say. */
export type Decisions = {
  file: string
  rows: Decision[]
  /** Everybody whom the list of teams names. */
  agents: Agent[]
  faults: Fault[]
  sources: FactSource[]
  /** Columns whose content goes nowhere. */
  columnsLeft: string[]
}

type Lists = { accounts?: ReferenceList; products?: ReferenceList; teams?: ReferenceList }
type Settings = { model: ProcessModel; mapping: Mapping; now: Date }
type Context = { lists: Lists; stages: Record<string, StageMeaning>; sources: FactSource[]; file: string; now: Date }

/** Columns that become the deal's name, account, owner, stage and key, not a fact. */
const carried = ['opportunity_id', 'sales_agent', 'manager', 'product', 'account', 'deal_stage', 'engage_date']
const dayMs = 86_400_000

/** Decides every row. Pure; throws only where the mapping names what the model or the files do not have. */
export function decideRows(tables: CrmTables, { model, mapping, now }: Settings): Decisions {
  const lists: Lists = {
    ...(tables.accounts && { accounts: referenceList(tables.accounts, 'account') }),
    ...(tables.products && { products: referenceList(tables.products, 'product') }),
    ...(tables.teams && { teams: referenceList(tables.teams, 'sales_agent') }),
  }
  const { pipeline } = tables
  const columns = [...new Set([pipeline, ...Object.values(lists)].flatMap((table) => table.columns))]
  const sources = factSources(model, columns, mapping)
  const context = { lists, sources, file: pipeline.file, now, stages: { ...usualStages, ...mapping.stages } }
  const lineOf = new Map<string, number>()
  const decided = pipeline.rows.map((row) => {
    const id = row.cells.opportunity_id ?? ''
    const first = lineOf.get(id)
    if (first === undefined) lineOf.set(id, row.line)
    return first === undefined ? decide(row, context) : refused(row, `its id stands on line ${first} already`)
  })
  const broken = pipeline.broken.map(
    ({ line, cells, why }): Decision => ({ is: 'refused', line, id: cells[0] ?? '', notes: [], why }),
  )
  const used = new Set([...carried, ...sources.flatMap((source) => source.columns)])
  return {
    file: pipeline.file,
    rows: [...decided, ...broken].sort((a, b) => a.line - b.line),
    agents: [...(lists.teams?.byName ?? [])].map(([name, { cells }]) => ({ name, manager: cells.manager ?? '' })),
    faults: Object.values(lists).flatMap(({ faults }) => faults),
    sources,
    columnsLeft: columns.filter((column) => !used.has(column)),
  }
}

function decide(row: TableRow, context: Context): Decision {
  const { cells, line } = row
  const {
    opportunity_id: id = '',
    deal_stage: stage = '',
    engage_date: engaged = '',
    close_value: closing = '',
  } = cells
  const meaning = Object.hasOwn(context.stages, stage) ? context.stages[stage] : undefined
  if (id === '') return refused(row, 'it has no opportunity_id')
  if (id.length > 100) return refused(row, 'its opportunity_id is longer than 100 characters')
  if (!meaning) return refused(row, unknownStage(stage, Object.keys(context.stages)))
  const notes = notesOf(cells, context.lists)
  if (!meaning.open) return { is: 'closed', line, id, stage, notes }
  if (!cells.sales_agent) return refused(row, 'it has no sales_agent, so that nobody would own its deal')
  if (engaged !== '' && asDay(engaged) === undefined)
    return refused(row, `its engage_date “${engaged}” is no date; write it as 2026-03-31`)
  if (Date.parse(engaged) > context.now.getTime() + dayMs)
    return refused(row, `its engage_date ${engaged} lies in the future`)
  if (closing !== '' && asNumber(closing) === undefined)
    return refused(row, `its close_value “${closing}” is no number; write it as 1250.5`)
  const name = nameOf(cells)
  if (name.length > 300) return refused(row, 'its product and account make a name longer than 300 characters')
  const known = knownOf(cells, context.lists)
  const { values, unfit } = fill(known, meaning, context.sources)
  const deal: DescribedDeal = {
    name,
    agent: cells.sales_agent,
    ...(cells.account && { account: cells.account }),
    cells,
    observations: values.map(([fact, value], n) => ({
      id: `imported.${n}`,
      fact,
      value,
      grade: 'said',
      evidence: `${context.file}, line ${line}`,
      ...(engaged && { at: `${engaged}T00:00:00.000Z` }),
    })),
  }
  return { is: 'open', line, id, stage, deal, notes, unfit }
}

const refused = ({ line, cells }: TableRow, why: string): Decision => ({
  is: 'refused',
  line,
  id: cells.opportunity_id ?? '',
  notes: [],
  why,
})

function unknownStage(stage: string, known: string[]): string {
  const meant = nearest(stage, known)
  return `its deal_stage “${stage}” is none of ${known.join(', ')}${meant ? `; is it ${meant}?` : ''}`
}

function notesOf(cells: TableRow['cells'], { accounts, products, teams }: Lists): Note[] {
  const { account = '', product = '', sales_agent: agent = '' } = cells
  const notes: (Note | undefined)[] = [
    account === ''
      ? { kind: 'account-missing', value: '', why: 'it has no account' }
      : unlisted('account-unknown', account, accounts),
    product === ''
      ? { kind: 'product-missing', value: '', why: 'it has no product' }
      : unlisted('product-unknown', product, products),
    agent === '' ? undefined : unlisted('agent-unknown', agent, teams),
  ]
  return notes.filter((note) => note !== undefined)
}

function unlisted(kind: NoteKind, value: string, list: ReferenceList | undefined): Note | undefined {
  if (!list || list.byName.has(value)) return undefined
  const meant = nearest(value, list.byName.keys())
  return { kind, value, why: `“${value}” is not in ${list.file}${meant ? `; nearest is “${meant}”` : ''}` }
}

function nameOf({ product = '', account = '', opportunity_id: id = '' }: TableRow['cells']): string {
  const what = product || 'Purchase'
  return account ? `${what} for ${account}` : `${what} (${id})`
}

/** All that the files say of a row's deal. Where two files have the same column, the pipeline's counts. */
function knownOf(cells: TableRow['cells'], { accounts, products, teams }: Lists): Record<string, string> {
  const parts = [
    teams?.byName.get(cells.sales_agent ?? ''),
    products?.byName.get(cells.product ?? ''),
    accounts?.byName.get(cells.account ?? ''),
  ]
  return Object.assign({}, ...parts.map((part) => part?.cells), cells)
}

function fill(known: Record<string, string>, { facts }: StageMeaning, sources: FactSource[]) {
  const values: [fact: string, value: Scalar][] = Object.entries(facts)
  const unfit: Unfit[] = []
  for (const { fact, type, columns, values: meanings } of sources) {
    const column = columns.find((one) => (known[one] ?? '') !== '')
    const cell = column === undefined ? '' : (known[column] ?? '')
    if (column === undefined || fact in facts) continue
    const value = Object.hasOwn(meanings, cell) ? meanings[cell] : asValue(type, cell)
    if (value === undefined) unfit.push({ fact, column, cell })
    else values.push([fact, value])
  }
  return { values, unfit }
}

/** Why a cell became no fact, in a sentence. */
export function unfitSentence({ fact, column, cell }: Unfit, sources: FactSource[]): string {
  const type = sources.find((source) => source.fact === fact)?.type
  return `${fact} takes ${type ? expected(type) : 'another value'}; “${cell}” in ${column} is none`
}
