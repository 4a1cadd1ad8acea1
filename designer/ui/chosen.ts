/** What was chosen of a list that comes in pages, or all that its filter finds. */
export type Chosen<Item> = readonly Item[] | 'all'

export const noneChosen: readonly never[] = []

export const countOf = (chosen: Chosen<unknown>, total: number): number => (chosen === 'all' ? total : chosen.length)

/** `keyOf` tells one item from another. */
export function isChosen<Item>(chosen: Chosen<Item>, item: Item, keyOf: (item: Item) => string): boolean {
  return chosen === 'all' || chosen.some((one) => keyOf(one) === keyOf(item))
}

/** What is chosen after items of a page were ticked or not; what was chosen on other pages stays. */
export function chosenAfter<Item>(
  chosen: Chosen<Item>,
  page: readonly Item[],
  ticked: readonly Item[],
  isTicked: boolean,
  keyOf: (item: Item) => string,
): Item[] {
  const before = chosen === 'all' ? page : chosen
  const others = before.filter((one) => !isChosen(ticked, one, keyOf))
  return isTicked ? [...others, ...ticked] : others
}
