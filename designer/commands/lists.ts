type Named = { id: string }

/** Lists of things with an id, changed without touching the list passed in. */
export const replaced = <Item extends Named>(list: readonly Item[], item: Item): Item[] =>
  list.map((one) => (one.id === item.id ? item : one))
export const without = <Item extends Named>(list: readonly Item[], id: string): Item[] =>
  list.filter((one) => one.id !== id)

/** The same record less one optional member: under exactOptionalPropertyTypes, absent is not undefined. */
export function lacking<Item extends object, Key extends keyof Item>(item: Item, key: Key): Omit<Item, Key> {
  const { [key]: _, ...rest } = item
  return rest
}

/** The record with an optional member set, or removed where the value is undefined. */
export function having<Item extends object, Key extends keyof Item>(
  item: Item,
  key: Key,
  value: Item[Key] | undefined,
): Item {
  return (value === undefined ? lacking(item, key) : { ...item, [key]: value }) as Item
}

export function shifted<Item extends Named>(list: readonly Item[], id: string, by: -1 | 1): Item[] {
  const from = list.findIndex((one) => one.id === id)
  const item = list[from]
  const other = list[from + by]
  if (!item || !other) return [...list]
  return list.map((one) => (one === item ? other : one === other ? item : one))
}
