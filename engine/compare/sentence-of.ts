import type { ProcessModel } from '../model/process-model.ts'
import type { Change } from './change.ts'
import { type Names, namesIn } from './names.ts'
import { tellValue } from './tell-value.ts'
import { type ChangeTexts, changeTexts, fill } from './texts.ts'

type Drawings = { before: ProcessModel; after: ProcessModel }

/**
 * A change as a sentence that a person reads: what it is about, what was, and what is now. The two drawings give the
 * names; `texts` the language.
 */
export function sentenceOf(change: Change, { before, after }: Drawings, texts: ChangeTexts = changeTexts): string {
  const was = namesIn([before, after], texts)
  const is = namesIn([after, before], texts)
  return begin(sentence(change, was, is, texts))
}

function sentence(change: Change, was: Names, is: Names, texts: ChangeTexts): string {
  const { place } = change
  switch (change.kind) {
    case 'added': {
      const below = change.to.after
      const thing = is.thing(place)
      if (place.kind !== 'layer' || below === undefined) return fill(texts.added, { thing })
      return fill(texts.addedAbove, { thing, below: is.nameOf('layer', below) })
    }
    case 'removed':
      return fill(texts.removed, { thing: was.thing(place) })
    case 'moved':
      return fill(texts.moved, { thing: is.alone(place), from: was.alone(change.from.in), to: is.alone(change.to.in) })
    case 'changed':
      return changed(change, was, is, texts)
    case 'reordered': {
      const after = change.after.map((id) => fill(texts.value.quoted ?? '', { text: is.nameOf(change.of, id) }))
      const list = texts.list[change.of] ?? change.path.join('.')
      return fill(texts.reordered, { thing: is.thing(place), list, after: after.join(texts.value.and) })
    }
    case 'laid-out':
      return fill(place.kind === 'transition' ? texts.routed : texts.laidOut, { thing: is.thing(place) })
  }
}

function changed(change: Extract<Change, { kind: 'changed' }>, was: Names, is: Names, texts: ChangeTexts): string {
  const { place, before, after } = change
  const path = change.path.join('.')
  if (path === 'name') return fill(texts.renamed, { thing: was.thing(place), after: String(after) })
  const thing = is.thing(place)
  if (place.kind === 'note' && path === 'at') return fill(texts.laidOut, { thing })
  const flag = typeof after === 'boolean' ? texts.flag[`${path}-${after ? 'yes' : 'no'}`] : undefined
  if (flag) return fill(flag, { thing })
  const member = texts.member[`${place.kind}-${path}`] ?? texts.member[path] ?? path
  const values = {
    before: tellValue(before, place.kind, path, was, texts),
    after: tellValue(after, place.kind, path, is, texts),
  }
  const text = before === undefined ? texts.given : after === undefined ? texts.taken : texts.changed
  return fill(text, { thing, member, ...values })
}

const begin = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
