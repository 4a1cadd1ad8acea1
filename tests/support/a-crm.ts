import type { CrmFiles } from '../../workflows/importing/crm-files.ts'

const header = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'

type Lists = { accounts?: string; products?: string; teams?: string }

const usualLists = {
  accounts: 'account,sector\nHarbour Mills,food\nPine & Sons,timber\n',
  products: 'product,series,sales_price\nPress S,Press,1200\nPress XL,Press,48000\n',
  teams: 'sales_agent,manager,regional_office\nIda Holm,Per Lund,North\nAbe Castle,Per Lund,South\n',
}

export const aFile = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

/** A CRM's export with these rows, whose columns are: id, agent, product, account, stage, engaged, closed, value. */
export function aCrm(rows: string[], lists: Lists = usualLists): CrmFiles {
  return {
    pipeline: aFile('pipeline.csv', `${[header, ...rows].join('\n')}\n`),
    ...(lists.accounts !== undefined && { accounts: aFile('accounts.csv', lists.accounts) }),
    ...(lists.products !== undefined && { products: aFile('products.csv', lists.products) }),
    ...(lists.teams !== undefined && { teams: aFile('sales_teams.csv', lists.teams) }),
  }
}

/** So many open deals, Z1 and on. */
export const openRows = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `Z${n + 1},Ida Holm,Press XL,Harbour Mills,Engaging,2026-01-15,,`)
