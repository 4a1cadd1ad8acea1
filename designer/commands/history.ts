/** What was, is and may come again. Values are never changed in place, so undo gives back the very same one. */
export type History<Value> = { past: readonly Value[]; present: Value; future: readonly Value[] }

export const begin = <Value>(present: Value): History<Value> => ({ past: [], present, future: [] })

const depth = 200

export function take<Value>(history: History<Value>, present: Value): History<Value> {
  if (present === history.present) return history
  return { past: [...history.past, history.present].slice(-depth), present, future: [] }
}

/** One more letter of what is being typed: part of the step before, so that one undo takes all of it back. */
export function merge<Value>(history: History<Value>, present: Value): History<Value> {
  return present === history.present ? history : { past: history.past, present, future: [] }
}

export function undo<Value>(history: History<Value>): History<Value> {
  const present = history.past.at(-1)
  return present === undefined
    ? history
    : { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] }
}

export function redo<Value>(history: History<Value>): History<Value> {
  const [present, ...future] = history.future
  return present === undefined ? history : { past: [...history.past, history.present], present, future }
}
