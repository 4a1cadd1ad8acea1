import { canonicalJson } from '../canonical-json.ts'
import type { Condition } from '../model/condition.ts'
import type { PlayedStanding } from '../model/scenario.ts'
import type { Names } from './names.ts'
import type { Kind } from './outline.ts'
import { tellCondition } from './tell-condition.ts'
import { type ChangeTexts, fill } from './texts.ts'

/** Members whose values are ids, by path or by kind and path, with what they are the ids of. */
const references: Readonly<Record<string, Kind[]>> = {
  role: ['role'],
  leader: ['role'],
  layer: ['layer'],
  specialist: ['specialist'],
  department: ['department'],
  brings: ['element', 'commitment'],
  dueFrom: ['element', 'commitment'],
  lateFrom: ['element', 'commitment'],
  usuallyFrom: ['element', 'commitment'],
  'element-from': ['role'],
  'transition-from': ['stage'],
  'transition-to': ['stage'],
}
/** Members whose values are words of the product's. */
const wordly: ReadonlySet<string> = new Set(['grade', 'join', 'end', 'strategy', 'kind'])

/** Text that is longer is cut: a sentence is to be read. */
const longest = 120

/** A member's value as people read it. What has no words yet is told as it is written. */
export function tellValue(value: unknown, kind: Kind, path: string, names: Names, texts: ChangeTexts): string {
  const quoted = (text: string) => fill(texts.value.quoted ?? '', { text: cut(text) })
  if (kind === 'scenario' && Array.isArray(value)) return fill(texts.value.steps ?? '', { count: String(value.length) })
  const tell = (one: unknown): string => {
    if (typeof one === 'boolean') return (one ? texts.value.yes : texts.value.no) ?? ''
    if (Array.isArray(one)) return one.map(tell).join(texts.value.and) || (texts.value.nothing ?? '')
    if (typeof one === 'object' && one !== null) return tellObject(one, names, texts) ?? canonicalJson(one)
    if (typeof one !== 'string') return String(one)
    const word = wordly.has(path) ? texts.word[one] : undefined
    return word ?? quoted(nameOfReference(one, references[`${kind}-${path}`] ?? references[path] ?? [], names))
  }
  return tell(value)
}

function nameOfReference(id: string, kinds: readonly Kind[], { nameOf }: Names): string {
  return kinds.map((kind) => nameOf(kind, id)).find((name) => name !== id) ?? id
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

const inWords = (value: object, { word }: ChangeTexts): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, word[String(member)] ?? String(member)]))

/** A condition, a duration, a kind of value, a rule of sign-off or the policies of a chain: told by its form. */
function tellObject(value: object, names: Names, texts: ChangeTexts): string | undefined {
  if ('fact' in value || 'all' in value || 'any' in value || 'not' in value)
    return tellCondition(value as Condition, names, texts)
  const said = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, sayPlainly(member, texts)]))
  if ('unit' in value && 'amount' in value)
    return filled(texts.value[value.amount === 1 ? `one-${value.unit}` : String(value.unit)], said)
  if ('from' in value && 'amount' in value) return filled(texts.value.dated, said)
  if ('stages' in value) return tellStanding(value as PlayedStanding, names, texts)
  if ('emptyLayer' in value) return filled(texts.value.policies, inWords(value, texts))
  if (!('kind' in value)) return undefined
  return 'unit' in value ? filled(texts.value.unit, said) : filled(texts.value[String(value.kind)], said)
}

/** Of how a scenario's deal stands at its end, the stages that are then worked on. */
function tellStanding({ stages }: PlayedStanding, names: Names, texts: ChangeTexts): string {
  const open = Object.keys(stages).filter((id) => stages[id] === 'open')
  const told = open.map((id) => fill(texts.value.quoted ?? '', { text: names.nameOf('stage', id) }))
  return fill(texts.value.standing ?? '', { stages: told.join(texts.value.and) || (texts.value.nothing ?? '') })
}

const filled = (text: string | undefined, values: Record<string, string>) => (text ? fill(text, values) : undefined)

const sayPlainly = (member: unknown, texts: ChangeTexts): string =>
  Array.isArray(member)
    ? member.map((one) => fill(texts.value.quoted ?? '', { text: String(one) })).join(texts.value.and)
    : String(member)
