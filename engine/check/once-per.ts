/** The same function, worked out once for each object it is given. For values that are never changed in place. */
export function oncePer<Given extends object, Result>(work: (given: Given) => Result): (given: Given) => Result {
  const results = new WeakMap<Given, { result: Result }>()
  return (given) => {
    const known = results.get(given) ?? { result: work(given) }
    results.set(given, known)
    return known.result
  }
}
