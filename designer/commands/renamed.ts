import {
  type Condition,
  factName,
  type Place,
  type ProcessModel,
  type SupportTrigger,
  type Test,
  thresholdOf,
  valuesNamed,
  withTests,
} from '#engine'

type Kind = Place['kind']

/** What things are to be called. Both answer with what they were given where nothing changes. */
export type Renaming = {
  id: (kind: Kind, id: string) => string
  name?: (kind: Kind, id: string, name: string) => string
}

/** A model with other ids and names for its things, wherever they are named: in lists, in references and in conditions. */
export function renamed(
  model: ProcessModel,
  { id: idOf, name: nameOf = (_, __, name) => name }: Renaming,
): ProcessModel {
  const { chain } = model
  const own = <Item extends { id: string; name: string }>(kind: Kind, item: Item): Item => ({
    ...item,
    id: idOf(kind, item.id),
    name: nameOf(kind, item.id, item.name),
  })
  const refer = <Item extends object>(item: Item, members: Partial<Record<keyof Item, Rename>>): Item => ({
    ...item,
    ...Object.fromEntries(
      (Object.entries(members) as [keyof Item, Rename][])
        .filter(([member]) => item[member] !== undefined)
        .map(([member, rename]) => {
          const value = item[member]
          return [member, Array.isArray(value) ? value.map(rename) : rename(String(value))]
        }),
    ),
  })
  const ask = <Item extends object>(item: Item, members: (keyof Item)[]): Item => ({
    ...item,
    ...Object.fromEntries(
      members
        .filter((member) => item[member] !== undefined)
        .map((member) => [member, withTests(item[member] as Condition, (test) => askedBy(test, idOf))]),
    ),
  })
  const by = (kind: Kind) => (id: string) => idOf(kind, id)
  /** Elements and commitments share their ids. */
  const observed = (id: string) => {
    const element = idOf('element', id)
    return element === id ? idOf('commitment', id) : element
  }
  const call = (trigger: SupportTrigger): SupportTrigger =>
    ask(refer(own('support', trigger), { department: by('department'), lateFrom: observed, brings: observed }), [
      'when',
      'refusesWhen',
    ])
  return {
    ...model,
    attributes: model.attributes.map((one) => own('attribute', one)),
    thresholds: model.thresholds.map((one) => own('threshold', one)),
    stages: model.stages.map((stage) => ({
      ...ask(own('stage', stage), ['entry', 'exit']),
      elements: stage.elements.map((one) => refer(own('element', one), { from: by('role') })),
      commitments: stage.commitments.map((one) => refer(own('commitment', one), { role: by('role') })),
      actions: stage.actions.map((one) => refer(own('action', one), { brings: observed, dueFrom: observed })),
      support: stage.support.map(call),
    })),
    transitions: model.transitions.map((one) =>
      ask(refer(one, { id: by('transition'), from: by('stage'), to: by('stage') }), ['condition']),
    ),
    chain: {
      ...chain,
      layers: chain.layers.map((one) => ask(refer(own('layer', one), { usuallyFrom: observed }), ['when'])),
      specialists: chain.specialists.map((one) =>
        ask(refer(own('specialist', one), { layer: by('layer'), usuallyFrom: observed }), ['when']),
      ),
      roles: chain.roles.map((one) => refer(own('role', one), { layer: by('layer'), specialist: by('specialist') })),
      styles: chain.styles.map((one) => ask(refer(own('style', one), { leader: by('role') }), ['suggestedWhen'])),
    },
    departments: model.departments.map((one) => own('department', one)),
    objectionTypes: model.objectionTypes.map((type) => ({
      ...own('objection-type', type),
      support: type.support.map(call),
    })),
    notes: model.notes.map((one) => ({ ...one, id: idOf('note', one.id) })),
    layout: Object.fromEntries(Object.entries(model.layout).map(([id, place]) => [idOf('stage', id), place])),
    ...(model.routes && {
      routes: Object.fromEntries(Object.entries(model.routes).map(([id, route]) => [idOf('transition', id), route])),
    }),
  }
}

type Rename = (id: string) => string

function askedBy(test: Test, idOf: Renaming['id']): Test {
  const fact = factWith(test.fact, idOf)
  const threshold = thresholdOf(test)
  if (threshold !== undefined) return { ...test, fact, value: { fact: factWith(threshold, idOf) } }
  if (fact !== factName.style) return { ...test, fact }
  const styles = valuesNamed(test).map((one) => (typeof one === 'string' ? idOf('style', one) : one))
  return { ...test, value: Array.isArray(test.value) ? styles : (styles[0] ?? test.value) }
}

const kindsOfFacts: readonly string[] = [
  'attribute',
  'element',
  'commitment',
  'layer',
  'support',
  'action',
  'threshold',
] satisfies Kind[]

/** A fact's name with another id in it: `grade.element.budget` is about the element too. */
function factWith(name: string, idOf: Renaming['id']): string {
  const [first = '', ...others] = name.split('.')
  const rest = others.join('.')
  if (first === 'grade' || first === 'days-since') return `${first}.${factWith(rest, idOf)}`
  return kindsOfFacts.includes(first) ? `${first}.${idOf(first as Kind, rest)}` : name
}
