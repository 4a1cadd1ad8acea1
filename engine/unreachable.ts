/** Ends a switch over a union: a new member fails to compile until somebody decides what it does. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`)
}
