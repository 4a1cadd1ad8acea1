import type { ProductWords, Scalar } from '#engine'
import type { Deps } from '../deps.ts'
import type { Values } from '../http/route.ts'
import type { Lead, leadExportQuery } from '../leads/contract.ts'
import { foundLeads } from '../leads/found-leads.ts'
import { funnelOf } from '../leads/funnel-of.ts'
import { leadsInOrder } from '../leads/lead-list.ts'
import type { User } from '../people/contract.ts'
import { type Cells, type Column, table } from './table.ts'

type Asked = Values<typeof leadExportQuery>

/** The leads of a segment that a filter finds, as its list shows them, with all fields of the funnel. Throws as the list does. */
export async function leadTable(
  deps: Deps,
  actor: User,
  segmentId: string,
  { order, direction, ...filter }: Asked,
  words: ProductWords,
): Promise<AsyncIterable<Cells>> {
  const segment = await funnelOf(deps.db, segmentId)
  const found = foundLeads(actor, segment, filter)
  const { column } = words
  const cell = (value: Scalar | undefined) =>
    typeof value === 'boolean' ? words[value ? 'yes' : 'no'] : (value ?? null)
  return table(leadsInOrder(deps, segment.funnel, found, { order, direction }), [
    [column.key, ({ key }) => key],
    [words.name, ({ name }) => name],
    [words.account, ({ account }) => account],
    [column.contact, ({ contact }) => contact],
    [column.source, ({ source }) => source],
    [column.leadStage, ({ stage, deal }) => (deal === null ? stage.name : null)],
    [column.tags, ({ tags }) => tags.join('; ')],
    [words.owner, ({ owner }) => owner?.name ?? null],
    ...segment.funnel.fields.map(({ id, name }): Column<Lead> => [name, ({ fields }) => cell(fields[id])]),
    [column.createdAt, ({ createdAt }) => createdAt],
    [column.changedAt, ({ changedAt }) => changedAt],
    [column.dealId, ({ deal }) => deal],
    [column.id, ({ id }) => id],
  ])
}
