import type { ProcessModel } from '#engine'

/** An id for something named so: readable in conditions, and used nowhere else in the model. */
export const identify = (model: ProcessModel, kind: string, name: string): string =>
  freshId(new Set(idsIn(model)), kind, name)

/** An id for something named so, beside those that are taken. */
export function freshId(taken: ReadonlySet<string>, kind: string, name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50)
  return freeId(slug || kind, (id) => taken.has(id))
}

/** The wanted id, or the first one like it that is not taken. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted
  const base = wanted.replace(/-\d+$/, '').slice(0, 58)
  for (let n = 2; ; n++) if (!isTaken(`${base}-${n}`)) return `${base}-${n}`
}

export function idsIn(model: ProcessModel): string[] {
  const { chain } = model
  const lists = [
    model.attributes,
    model.thresholds,
    model.stages,
    model.transitions,
    model.departments,
    model.objectionTypes,
    model.scenarios,
    model.notes,
    chain.layers,
    chain.specialists,
    chain.roles,
    chain.styles,
  ]
  const inside = [
    ...model.stages.flatMap((stage) => [...stage.elements, ...stage.commitments, ...stage.actions, ...stage.support]),
    ...model.objectionTypes.flatMap((type) => type.support),
  ]
  return [...lists.flat(), ...inside].map(({ id }) => id)
}
