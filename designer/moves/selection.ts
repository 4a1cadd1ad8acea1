import type { Impact } from '#engine'
import type { ImpactList, NewMove } from '../../api/moves/contract.ts'

export type Kind = Impact['kind']
type Movable = Exclude<Kind, 'cannot'>

/** In the order in which a move is judged: what can go wrong comes first. */
export const kindsInOrder = ['cannot', 'loses', 'moves', 'stays'] as const satisfies readonly Kind[]
export const isMovable = (kind: Kind): kind is Movable => kind !== 'cannot'

/** Which deals of a preview are to be moved: those of the chosen kinds, but for the ones that were chosen otherwise by hand. */
export type Selection = { kinds: readonly Movable[]; otherwise: ReadonlyMap<string, Movable> }

/** What loses something is chosen by somebody, never by itself. */
export const harmless: Selection = { kinds: ['moves', 'stays'], otherwise: new Map() }
/** For one deal that somebody came for. */
export const everything: Selection = { kinds: ['loses', 'moves', 'stays'], otherwise: new Map() }

export const isChosen = ({ kinds, otherwise }: Selection, deal: string, kind: Kind): boolean =>
  isMovable(kind) && kinds.includes(kind) !== otherwise.has(deal)

/** Chooses a whole kind, or leaves it out; what was chosen of it by hand goes with it. */
export function withKind({ kinds, otherwise }: Selection, kind: Movable, chosen: boolean): Selection {
  return {
    kinds: chosen ? [...kinds.filter((one) => one !== kind), kind] : kinds.filter((one) => one !== kind),
    otherwise: new Map([...otherwise].filter(([, one]) => one !== kind)),
  }
}

export function withDeal({ kinds, otherwise }: Selection, deal: string, kind: Movable): Selection {
  const next = new Map(otherwise)
  if (!next.delete(deal)) next.set(deal, kind)
  return { kinds, otherwise: next }
}

/** How many deals of a kind are chosen. */
export function chosenOf({ kinds, otherwise }: Selection, totals: ImpactList['totals'], kind: Movable): number {
  const byHand = [...otherwise.values()].filter((one) => one === kind).length
  return kinds.includes(kind) ? totals[kind] - byHand : byHand
}

/** How the selection is asked of the API. */
export function asMove(
  { kinds, otherwise }: Selection,
  { version, asOf, deal }: { version: number; asOf: string; deal?: string | undefined },
): Pick<NewMove, 'version' | 'asOf'> & Partial<NewMove> {
  const byHand = [...otherwise]
  const ids = (isLeft: boolean) => byHand.filter(([, kind]) => kinds.includes(kind) === isLeft).map(([id]) => id)
  if (deal !== undefined) return { version, asOf, deals: [deal] }
  if (kinds.length === 0) return { version, asOf, deals: ids(false) }
  return { version, asOf, kinds: [...kinds], except: ids(true), also: ids(false) }
}
