import type { Funnel, Scalar } from '#engine'
import { asValue } from '../../workflows/importing/as-value.ts'
import type { Table, TableRow } from '../../workflows/importing/table.ts'
import type { LeadImport } from './contract.ts'
import { ownColumns } from './lead-columns.ts'

/** A lead as a row gives it. What is null was not given, and stays as it is. */
export type GivenLead = {
  key: string
  name: string
  account: string | null
  contact: string | null
  source: string | null
  stage: string | null
  tags: string[]
  owner: string | null
  fields: Record<string, Scalar>
}

type RefusedRow = LeadImport['refused'][number]
type Fault = Pick<RefusedRow, 'code' | 'details' | 'why'>
export type ReadLeads = { leads: GivenLead[]; refused: RefusedRow[]; columnsLeft: string[] }

const own: readonly string[] = ownColumns
const longest = 300

/**
 * Reads a list's rows as leads of a funnel, each as it is given or with why it is refused. A column that is no lead's own is a
 * field, by its id or its name; tags are apart by semicolons. `owners` is who a name or an e-mail address stands for. Pure.
 */
export function readLeads(table: Table, funnel: Funnel, owners: ReadonlyMap<string, string>): ReadLeads {
  const fields = table.columns.flatMap((column) => {
    const field = funnel.fields.find(({ id, name }) => !own.includes(column) && (id === column || name === column))
    return field ? [{ column, field }] : []
  })
  const used = new Set([...own, ...fields.map(({ column }) => column)])
  const lineOf = new Map<string, number>()
  const refused = table.broken.map(
    ({ line, cells, why }): RefusedRow => ({
      line,
      key: cells[0] ?? '',
      ...fault('cells', why, { cells: cells.length, columns: table.columns.length }),
    }),
  )
  const leads: GivenLead[] = []
  for (const row of table.rows) {
    const key = row.cells.key ?? ''
    const before = lineOf.get(key)
    if (before === undefined) lineOf.set(key, row.line)
    const read =
      before === undefined
        ? readRow(row, fields, funnel, owners)
        : fault('twice', `its key stands on line ${before} already`, { line: before })
    if ('code' in read) refused.push({ line: row.line, key, ...read })
    else leads.push(read)
  }
  return {
    leads,
    refused: refused.sort((a, b) => a.line - b.line),
    columnsLeft: table.columns.filter((column) => !used.has(column)),
  }
}

type FieldColumn = { column: string; field: Funnel['fields'][number] }

/** A lead, or why the row is none. */
function readRow(
  { cells }: TableRow,
  columns: FieldColumn[],
  funnel: Funnel,
  owners: ReadonlyMap<string, string>,
): GivenLead | Fault {
  const { key = '', name = '', owner = '', stage = '' } = cells
  if (key === '') return fault('no-key', 'it has no key, by which it would be known again')
  if (name === '') return fault('no-name', 'it has no name')
  const long = Object.entries(cells).find(([, cell]) => cell.length > longest)
  if (long)
    return fault('too-long', `its ${long[0]} is longer than ${longest} characters`, { column: long[0], longest })
  const tags = (cells.tags ?? '').split(';').flatMap((tag) => tag.trim() || [])
  if (tags.length > 50 || tags.some((tag) => tag.length > 60))
    return fault('tags', 'it has a tag of more than 60 characters, or over 50 tags')
  const stageId = funnel.stages.find((one) => one.id === stage || one.name === stage)?.id
  if (stage !== '' && stageId === undefined) {
    const stages = funnel.stages.map((one) => one.name).join(', ')
    return fault('stage', `its stage “${stage}” is none of ${stages}`, { told: stage, stages })
  }
  const ownerId = owners.get(owner.toLowerCase())
  if (owner !== '' && ownerId === undefined)
    return fault('owner', `its owner “${owner}” is no seller’s name or e-mail address, or that of several`, {
      told: owner,
    })
  const fields: Record<string, Scalar> = {}
  for (const { column, field } of columns) {
    const cell = cells[column] ?? ''
    const value = asValue(field.value, cell)
    if (cell !== '' && value === undefined)
      return fault(
        field.value.kind,
        `its ${column} “${cell}” is not a ${field.value.kind}; ${told[field.value.kind]}`,
        {
          column,
          told: cell,
        },
      )
    if (cell !== '' && value !== undefined) fields[field.id] = value
  }
  const given = (cell: string | undefined) => cell || null
  return {
    key,
    name,
    account: given(cells.account),
    contact: given(cells.contact),
    source: given(cells.source),
    stage: stageId ?? null,
    tags: [...new Set(tags)].sort(),
    owner: ownerId ?? null,
    fields,
  }
}

/** Why a row is refused: in English, and as a code with what it names, for any language. */
const fault = (code: Fault['code'], why: string, details: Fault['details'] = {}): Fault => ({ code, details, why })

const told: Record<Funnel['fields'][number]['value']['kind'], string> = {
  flag: 'write yes or no',
  number: 'write it as 1250.5',
  money: 'write it as 1250.5',
  date: 'write it as 2026-03-31',
  text: 'write some text',
  choice: 'write one of its options',
}
