import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { rebuild } from '../workflows/rebuild/rebuild.ts'
import type { Rebuilt } from '../workflows/rebuild/rebuild-deal.ts'
import { connectToProduct } from './connect-to-product.ts'
import { LaunchError } from './launch-error.ts'
import { createProgressLine } from './progress-line.ts'

const usage = `npm run rebuild -- [--dry-run]

Rebuilds what lists and boards show of every deal from the deals themselves, while the product runs, and tells what had
differed.

  --dry-run      compares only, and changes nothing`

/** So many differences are shown one by one. */
const shown = 40

/** The rebuild command. Gives its exit code: 0 where every deal is as its workflow says, 1 where some could not be made so. */
export async function runRebuild(args: string[], env: Record<string, string | undefined>): Promise<number> {
  const options = readOptions(args)
  if (options.help) {
    console.log(usage)
    return 0
  }
  const product = await connectToProduct(resolve(env.KEYNODE_DATA ?? '.keynode'), env)
  const progress = createProgressLine(process.stdout, 'compared ')
  const rebuilt: Rebuilt[] = []
  try {
    await rebuild(product, !options.dryRun, (one) => {
      rebuilt.push(one)
      progress.show(`${rebuilt.length} deals`)
    })
  } finally {
    progress.end()
    await product.close()
  }
  console.log(rebuildText(rebuilt, options.dryRun))
  return rebuilt.some(({ trouble }) => trouble !== undefined) ? 1 : 0
}

/** What was found and done, in words. */
export function rebuildText(rebuilt: Rebuilt[], dryRun: boolean): string {
  const from = (source: Rebuilt['from']) => rebuilt.filter((one) => one.from === source).length
  const differences = rebuilt.flatMap((one) => one.differences)
  const touched = rebuilt.filter((one) => one.differences.length > 0).length
  const lines = differences
    .slice(0, shown)
    .map(
      ({ dealId, table, id, column, was, is }) =>
        `  ${dealId} ${table} ${id} ${column}: ${brief(was)} ${dryRun ? 'should be' : 'is now'} ${brief(is)}`,
    )
  const troubles = rebuilt.flatMap(({ dealId, trouble }) => (trouble === undefined ? [] : [`  ${dealId} ${trouble}`]))
  return [
    `${rebuilt.length} deals: ${from('workflow')} from their workflows, ${from('events')} from their stored steps, ${from('nothing')} from neither.`,
    differences.length === 0
      ? 'Every row is as the deals say.'
      : `${differences.length} values of ${touched} deals differed${dryRun ? '; nothing is changed' : ' and are put right'}:`,
    ...lines,
    ...(differences.length > shown ? [`  and ${differences.length - shown} more`] : []),
    ...(troubles.length > 0 ? ['What rebuilding cannot mend:', ...troubles] : []),
  ].join('\n')
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function readOptions(args: string[]): { dryRun: boolean; help: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: { 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    return { dryRun: values['dry-run'] ?? false, help: values.help ?? false }
  } catch (error) {
    throw new LaunchError(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}
