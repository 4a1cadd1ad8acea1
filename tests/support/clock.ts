const Real = globalThis.Date
let offMs = 0

const now = () => Real.now() + offMs

/**
 * Sets the time of day that this process sees so many milliseconds off the machine's, as somebody does who sets the machine's
 * clock. What measures how long something takes (`performance.now`, timers) goes on as it was.
 */
export function setClock(ms: number): void {
  offMs = ms
  globalThis.Date = ms === 0 ? Real : shifted
}

const shifted = new Proxy(Real, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
