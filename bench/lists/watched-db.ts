import pg from 'pg'
import { createDbOver, type Db } from '../../prisma/client.ts'

/** A part of the plan by which PostgreSQL worked a statement, as its own EXPLAIN says it. */
type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}
export type Worked = { 'Query Text': string; Plan: PlanNode }

export type WatchedDb = {
  db: Db
  /** How each statement was worked since this was asked last. */
  worked(): Worked[]
}

const tellPlans = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_min_duration=0',
  'auto_explain.log_analyze=on',
  'auto_explain.log_timing=off',
  'auto_explain.log_format=json',
  'auto_explain.log_level=notice',
]

/**
 * A database that tells how it works each statement, by PostgreSQL's auto_explain: the plan that was really taken, with the
 * values that were really asked for. `settings` are PostgreSQL's own.
 */
export function watchedDb(connectionString: string, settings: string[] = []): WatchedDb {
  const options = [...tellPlans, ...settings].map((setting) => `-c ${setting}`).join(' ')
  const pool = new pg.Pool({ connectionString, options })
  let worked: Worked[] = []
  pool.on('connect', (client) =>
    client.on('notice', ({ message = '' }) => {
      const plan = message.indexOf('{')
      if (message.startsWith('duration:') && plan >= 0) worked.push(JSON.parse(message.slice(plan)) as Worked)
    }),
  )
  return {
    db: createDbOver(pool),
    worked() {
      const told = worked
      worked = []
      return told
    },
  }
}

/** How many rows were read of tables, and which tables were read from their beginning to their end. */
export function readBy(worked: Worked[]): { rows: number; whole: string[] } {
  const scans = worked.flatMap(({ Plan }) => partsOf(Plan)).filter((node) => node['Relation Name'] !== undefined)
  const whole = scans.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '')
  return { rows: scans.reduce((sum, node) => sum + rowsOf(node), 0), whole: [...new Set(whole)].sort() }
}

const partsOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(partsOf)]

const rowsOf = (node: PlanNode): number =>
  node['Actual Loops'] *
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0))
