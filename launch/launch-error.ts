/** Something that stands in the way of starting. The message says what, and what to do about it. */
export class LaunchError extends Error {}

/** Runs a command's main function; a `LaunchError` is told in its own words, anything else with its stack. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof LaunchError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
