import { type Fact, type ProcessModel, type Scalar, standingFacts, wordsOfNoted } from '#engine'
import type { DealState } from '#engine/deal'
import type { Reading } from '../../api/deals/contract.ts'

/** As which fact of a model something noted is read, and its value there; nothing where it stays a note. */
export type Read = { noted: string; fact?: string | undefined; value?: Scalar | undefined }

/** Facts of the model that people can learn. */
export const readable = ({ origin }: Fact): boolean => ['attribute', 'element', 'commitment'].includes(origin.kind)

/** What a deal has noted, each read as the fact of the model that is called alike, where there is one. */
export function likelyReading({ observations }: DealState, facts: Fact[]): Read[] {
  return [...standingFacts(observations)].flatMap(([noted, { value }]): Read[] => {
    const words = wordsOfNoted(noted)
    if (words === undefined) return []
    const alike = facts.find(({ label }) => isAlike(label, words))
    return [alike ? { noted, fact: alike.name, value: valueAs(value, alike) } : { noted }]
  })
}

const isAlike = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/** The tasks that are owed already, each as the action of the model that is called alike, where there is one. */
export function likelyTasks({ tasks }: DealState, { stages }: ProcessModel): Reading['tasks'] {
  const actions = stages.flatMap((stage) => stage.actions)
  return likely(
    tasks,
    ({ status }) => status === 'open',
    ({ name }) => actions.find((one) => isAlike(one.name, name))?.id,
  )
}

/** The standing objections, each as the type of the model that is called as its kind is, here or in the reader's words. */
export function likelyObjections(
  { objections }: DealState,
  { objectionTypes }: ProcessModel,
  nameOf: (type: string) => string,
): Reading['objections'] {
  const likelyType = (kind: string) => objectionTypes.find(({ id, name }) => id === kind || isAlike(name, nameOf(kind)))
  return likely(
    objections,
    ({ status }) => status !== 'closed',
    ({ type }) => {
      const found = likelyType(type)
      return found && { type: found.id }
    },
  )
}

const likely = <Item, Is>(
  items: Record<string, Item>,
  isOpen: (item: Item) => boolean,
  isWhat: (item: Item) => Is | undefined,
): Record<string, Is> =>
  Object.fromEntries(
    Object.entries(items).flatMap(([id, item]): [string, Is][] => {
      const is = isOpen(item) ? isWhat(item) : undefined
      return is === undefined ? [] : [[id, is]]
    }),
  )

/** A noted value as another fact takes it, where that is plain; else it has to be given anew. */
export function valueAs(value: Scalar, { value: type }: Pick<Fact, 'value'>): Scalar | undefined {
  switch (type.kind) {
    case 'text':
      return String(value)
    case 'number':
    case 'money': {
      const number = Number(String(value).replaceAll(',', ''))
      return String(value).trim() !== '' && Number.isFinite(number) ? number : undefined
    }
    case 'flag':
      return typeof value === 'boolean' ? value : undefined
    case 'choice':
      return type.options.find((option) => option.toLowerCase() === String(value).trim().toLowerCase())
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? String(value) : undefined
  }
}
