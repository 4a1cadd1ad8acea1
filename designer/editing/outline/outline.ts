import { noteTitle, type Place, type ProcessModel } from '#engine'
import { markKey } from '../../map/marks.ts'
import type { LooseKind } from '../additions.ts'

/** What the things of a drawing are put under. */
export type Heading = 'stage' | 'objection-type' | 'layer' | 'role' | Exclude<LooseKind, 'specialist'> | 'note'

/** One line of a drawing told as a list: a thing of it, or a heading. Its key is unique, and stays through every edit. */
export type Row = { key: string; name: string; rows: readonly Row[] } & ({ place: Place } | { heading: Heading })

/**
 * A drawing as a list: the stages with what belongs to them and where they lead, what customers object, the decision chain
 * from the decider down, and all the rest. Every place that can be drawn has one row.
 */
export function outlineOf(model: ProcessModel): Row[] {
  const { chain, stages } = model
  const stageName = (id: string) => stages.find((one) => one.id === id)?.name ?? id
  const rolesIn = (isHere: (role: (typeof chain.roles)[number]) => boolean) =>
    chain.roles.filter(isHere).map(at('role'))
  const layers = new Set(chain.layers.map(({ id }) => id))
  const specialists = new Set(chain.specialists.map(({ id }) => id))
  const isSeated = ({ layer = '', specialist = '' }: (typeof chain.roles)[number]) =>
    layers.has(layer) || specialists.has(specialist)
  const specialist = (one: (typeof chain.specialists)[number]) =>
    row(
      { kind: 'specialist', id: one.id },
      one.name,
      rolesIn((role) => role.specialist === one.id),
    )
  return [
    row({ kind: 'model', id: 'model' }, model.name),
    under(
      'stage',
      stages.map((stage) => {
        const of = (kind: Place['kind']) => at(kind, stage.id)
        return row({ kind: 'stage', id: stage.id }, stage.name, [
          ...stage.elements.map(of('element')),
          ...stage.commitments.map(of('commitment')),
          ...stage.actions.map(of('action')),
          ...stage.support.map(of('support')),
          ...model.transitions
            .filter(({ from }) => from === stage.id)
            .map(({ id, to }) => row({ kind: 'transition', id }, stageName(to))),
        ])
      }),
    ),
    under(
      'objection-type',
      model.objectionTypes.map((type) =>
        row({ kind: 'objection-type', id: type.id }, type.name, type.support.map(at('support'))),
      ),
    ),
    under('layer', [
      ...chain.layers
        .toReversed()
        .map((layer) =>
          row({ kind: 'layer', id: layer.id }, layer.name, [
            ...rolesIn((role) => role.layer === layer.id),
            ...chain.specialists.filter((one) => one.layer === layer.id).map(specialist),
          ]),
        ),
      ...chain.specialists.filter((one) => !layers.has(one.layer)).map(specialist),
    ]),
    under(
      'role',
      rolesIn((role) => !isSeated(role)),
    ),
    under('style', chain.styles.map(at('style'))),
    under('department', model.departments.map(at('department'))),
    under('attribute', model.attributes.map(at('attribute'))),
    under('threshold', model.thresholds.map(at('threshold'))),
    under(
      'note',
      model.notes.map((note) => row({ kind: 'note', id: note.id }, note.text.trim() === '' ? '' : noteTitle(note))),
    ),
  ]
}

const row = (place: Place, name: string, rows: readonly Row[] = []): Row => ({ key: markKey(place), place, name, rows })

const under = (heading: Heading, rows: readonly Row[]): Row => ({ key: `under ${heading}`, heading, name: '', rows })

const at =
  (kind: Place['kind'], stage?: string) =>
  ({ id, name }: { id: string; name: string }): Row =>
    row({ kind, id, ...(stage !== undefined && { stage }) }, name)

/** A row that can be seen, with where it stands: levels and positions count from one. */
export type Seen = { row: Row; level: number; at: number; of: number; above: Row | undefined; isOpen: boolean }

/** The rows from top to bottom, less what is inside of folded ones. */
export function seenRows(
  rows: readonly Row[],
  isFolded: (row: Row) => boolean,
  level = 1,
  above?: Row,
): readonly Seen[] {
  return rows.flatMap((row, n) => {
    const isOpen = row.rows.length > 0 && !isFolded(row)
    const seen = { row, level, at: n + 1, of: rows.length, above, isOpen }
    return isOpen ? [seen, ...seenRows(row.rows, isFolded, level + 1, row)] : [seen]
  })
}

/** A row and all inside of it. */
export const allIn = (row: Row): readonly Row[] => [row, ...row.rows.flatMap(allIn)]

/** The rows that one is inside of, the outermost first; nothing where there is no such row. */
export function rowsAround(rows: readonly Row[], key: string): readonly Row[] | undefined {
  for (const row of rows) {
    if (row.key === key) return []
    const inner = rowsAround(row.rows, key)
    if (inner) return [row, ...inner]
  }
  return undefined
}
