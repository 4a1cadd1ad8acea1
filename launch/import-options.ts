import { isAbsolute, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LaunchError } from './launch-error.ts'

export const importUsage = `npm run import -- FILE --segment NAME [--source NAME] [--map FILE] [--report FILE] [--dry-run]

Opens a deal for each open opportunity of a CRM's export.

  FILE           the export's folder (sales_pipeline.csv, accounts.csv, products.csv, sales_teams.csv),
                 or the CSV file of opportunities; the lists are then looked for beside it
  --segment      the segment whose model the deals run on
  --source       what the CRM is called here; an opportunity of the same source is opened once (crm)
  --map          a JSON file: which columns and stages of the CRM are which facts of the model
  --report       where the list of what did not fit is written (a CSV file in the data folder)
  --dry-run      shows what would be done, and does nothing`

export type ImportOptions = {
  file: string
  segment: string
  source: string
  map?: string
  report?: string
  dryRun: boolean
}

/** Reads the command's arguments; nothing where only help was asked for. Paths count from `from`, where it was typed. */
export function readImportOptions(args: string[], from: string): ImportOptions | undefined {
  const { values, positionals } = parse(args)
  if (values.help) return undefined
  const [file, ...others] = positionals
  if (file === undefined) throw misused('Say which file or folder to import.')
  if (others.length > 0) throw misused(`One file or folder is imported at a time; “${others[0]}” is one too many.`)
  if (!values.segment) throw misused('Say with --segment which segment the deals belong to.')
  const { source = 'crm' } = values
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(source))
    throw misused(`The source “${source}” cannot be used: small letters, digits and hyphens only.`)
  const path = (name: string) => (isAbsolute(name) ? name : resolve(from, name))
  return {
    file: path(file),
    segment: values.segment,
    source,
    dryRun: values['dry-run'] ?? false,
    ...(values.map && { map: path(values.map) }),
    ...(values.report && { report: path(values.report) }),
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        segment: { type: 'string' },
        source: { type: 'string' },
        map: { type: 'string' },
        report: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw misused(error instanceof Error ? error.message : String(error))
  }
}

const misused = (what: string): LaunchError => new LaunchError(`${what}\n\n${importUsage}`)
