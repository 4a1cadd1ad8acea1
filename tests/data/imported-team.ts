import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readExport } from '../../launch/read-export.ts'
import { sharedData } from '../../vitest.config.ts'

/** What the CRM's columns and stages say of the shipped model for enterprise software. */
const mapping = {
  facts: {
    'attribute.region': {
      column: 'regional_office',
      values: { Central: 'Americas', East: 'Americas', West: 'Americas' },
    },
    'attribute.product': {
      column: 'series',
      values: { GTX: 'full edition', MG: 'base edition', GTK: 'several editions' },
    },
  },
  stages: {
    Engaging: {
      open: true,
      facts: {
        'element.initiative': 'Named in the CRM',
        'element.part-in-purchase': 'evaluates',
        'element.next-step': new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
      },
    },
  },
}

/** Of everybody in a team, so many open deals: enough for full pages. */
const openDeals = 16

/**
 * Imports what the team of one manager has in the real CRM's export, by the command, into the product that runs on this data
 * folder: their accounts, all that is closed, and of each of them the first open deals. Gives what the command said.
 */
export async function importTeam(data: string, manager: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'keynode-export-'))
  try {
    const { pipeline, accounts, products, teams } = readExport(join(sharedData, 'crm/maven-crm-opportunities'))
    const text = (bytes: Uint8Array = new Uint8Array()) => new TextDecoder().decode(bytes).split(/\r?\n/)
    const [head = '', ...agents] = text(teams?.bytes)
    const team = agents.filter((line) => line.split(',')[1] === manager)
    const names = new Set(team.map((line) => line.split(',')[0]))
    const [columns = '', ...rows] = text(pipeline.bytes)
    const files = {
      'accounts.csv': text(accounts?.bytes),
      'products.csv': text(products?.bytes),
      'sales_teams.csv': [head, ...team],
      'sales_pipeline.csv': [columns, ...someOpen(rows.filter((line) => names.has(line.split(',')[1])))],
      'map.json': [JSON.stringify(mapping)],
    }
    for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), lines.join('\n'))
    return await imported(folder, data)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function someOpen(rows: string[]): string[] {
  const open = new Map<string, number>()
  return rows.filter((row) => {
    const [, agent = '', , , stage = ''] = row.split(',')
    if (stage === 'Won' || stage === 'Lost') return true
    open.set(agent, (open.get(agent) ?? 0) + 1)
    return (open.get(agent) ?? 0) <= openDeals
  })
}

async function imported(folder: string, data: string): Promise<string> {
  const args = [folder, '--segment', 'Enterprise software', '--map', join(folder, 'map.json')]
  const child = spawn(process.execPath, ['--import', 'tsx', 'launch/import.ts', ...args], {
    env: { ...process.env, KEYNODE_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      told += chunk.toString()
    })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`the import ended with ${code}:\n${told}`)
  return told
}
