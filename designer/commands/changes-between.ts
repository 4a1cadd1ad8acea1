import type { ProcessModel } from '#engine'

/** Names of the things that differ between two drawings, in the order they are drawn. */
export function changesBetween(before: ProcessModel, after: ProcessModel): string[] {
  const old = partsOf(before)
  const young = partsOf(after)
  const changed = [...young].filter(([key, { content }]) => old.get(key)?.content !== content)
  const gone = [...old].filter(([key]) => !young.has(key))
  return [...new Set([...changed, ...gone].map(([, { name }]) => name))]
}

type Part = { name: string; content: string }

function partsOf(model: ProcessModel): Map<string, Part> {
  const { chain, stages, transitions, departments, objectionTypes, attributes, layout, ...rest } = model
  const nameOf = (id: string) => stages.find((stage) => stage.id === id)?.name ?? id
  const part = (kind: string, item: { id: string }, name: string): [string, Part] => [
    `${kind}:${item.id}`,
    { name, content: JSON.stringify([item, kind === 'stage' ? layout[item.id] : undefined]) },
  ]
  const named = (kind: string, items: readonly { id: string; name: string }[]) =>
    items.map((item) => part(kind, item, item.name))
  return new Map([
    ['model', { name: model.name, content: JSON.stringify(rest) }],
    ...named('stage', stages),
    ...transitions.map((one) => part('transition', one, `${nameOf(one.from)} → ${nameOf(one.to)}`)),
    ...named('layer', chain.layers),
    ...named('specialist', chain.specialists),
    ...named('role', chain.roles),
    ...named('style', chain.styles),
    ...named('department', departments),
    ...named('objection-type', objectionTypes),
    ...named('attribute', attributes),
  ])
}
