/** What of a place in a list a view keeps: its filters and order, and not the page. */
export function keptOf(place: object): Record<string, unknown> {
  const { page: _, ...kept } = place as Record<string, unknown>
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined && value !== ''))
}

/** Whether two places show the same, whatever the page. */
export function isSamePlace(one: object, other: object): boolean {
  const told = (place: object) => JSON.stringify(Object.entries(keptOf(place)).sort(([a], [b]) => (a < b ? -1 : 1)))
  return told(one) === told(other)
}
