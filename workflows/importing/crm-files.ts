import { readTable } from './read-table.ts'
import type { InputFile, Table } from './table.ts'

/** A CRM's export: its opportunities, and the lists beside them, where they are at hand. */
export type CrmTables = { pipeline: Table; accounts?: Table; products?: Table; teams?: Table }
export type CrmFiles = { [Part in keyof CrmTables]: InputFile }

/** What each file is called where nothing else is said. */
export const crmFileNames = {
  pipeline: 'sales_pipeline.csv',
  accounts: 'accounts.csv',
  products: 'products.csv',
  teams: 'sales_teams.csv',
} as const satisfies Record<keyof CrmFiles, string>

const required = {
  pipeline: ['opportunity_id', 'sales_agent', 'product', 'account', 'deal_stage', 'engage_date', 'close_value'],
  accounts: ['account'],
  products: ['product', 'sales_price'],
  teams: ['sales_agent', 'manager'],
} as const satisfies Record<keyof CrmFiles, readonly string[]>

/** Reads the files of a CRM's export. Throws FILE_UNREADABLE at the first that cannot be used. */
export function readCrmFiles({ pipeline, accounts, products, teams }: CrmFiles): CrmTables {
  return {
    pipeline: readTable(pipeline, required.pipeline),
    ...(accounts && { accounts: readTable(accounts, required.accounts) }),
    ...(products && { products: readTable(products, required.products) }),
    ...(teams && { teams: readTable(teams, required.teams) }),
  }
}
