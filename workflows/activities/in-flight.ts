import { Context } from '@temporalio/activity'

/** More in flight on two cores adds waiting only. */
const inFlight = 8
const heartbeatEveryMs = 2000

/** Works through a list, a few at a time, as an activity that is seen to live. Told to stop, it takes nothing new. */
export async function workThrough<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const { cancellationSignal, heartbeat } = Context.current()
  const beating = setInterval(heartbeat.bind(Context.current()), heartbeatEveryMs)
  const waiting = [...items]
  const workOff = async () => {
    for (let item = waiting.shift(); item !== undefined && !cancellationSignal.aborted; item = waiting.shift())
      await work(item)
  }
  try {
    // All of them end before one's failure ends the call: the next attempt must not meet what this one still does.
    const ended = await Promise.allSettled(Array.from({ length: inFlight }, workOff))
    const failure = ended.find((one) => one.status === 'rejected')
    if (failure) throw failure.reason
  } finally {
    clearInterval(beating)
  }
}
