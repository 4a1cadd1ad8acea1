/** Takes a step that may last: says so, and every ten seconds that it still goes on, with `detail` where there is any. */
export async function longStep<Result>(
  what: string,
  take: () => Promise<Result>,
  detail: () => string = () => '',
): Promise<Result> {
  console.log(`${what} …`)
  const started = Date.now()
  const timer = setInterval(
    () => console.log(`  still at it, ${Math.round((Date.now() - started) / 1000)} s${detail()}`),
    10_000,
  )
  try {
    return await take()
  } finally {
    clearInterval(timer)
  }
}
