import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { expect, test } from 'vitest'

type Config = { forbidden: { name: string }[]; options: ICruiseOptions }
const { forbidden, options }: Config = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

/** For each rule a wrong import, as who imports what; a module without a folder is a package. */
const wrongImports: Record<string, [from: string, to: string]> = {
  'no-cycle': ['api/deals/routes.ts', 'api/deals/routes.ts'],
  'engine-imports-nothing-of-ours': ['engine/run/advance.ts', 'prisma/client.ts'],
  'engine-uses-four-packages': ['engine/run/advance.ts', 'left-pad'],
  'only-evaluate-asks-the-rules-library': ['engine/run/advance.ts', 'json-rules-engine'],
  'engine-has-two-doors': ['api/deals/routes.ts', 'engine/run/advance.ts'],
  'workflow-functions-carry-no-rules-and-no-database': ['workflows/deal.ts', 'prisma/client.ts'],
  'designer-reaches-engine-and-contracts-only': ['designer/App.tsx', 'api/deals/routes.ts'],
  'api-speaks-to-workflows-through-the-client': ['api/deals/routes.ts', 'workflows/create-worker.ts'],
  'code-imports-no-test': ['api/deals/routes.ts', 'tests/support/a-deal.ts'],
}

test('every rule of who may import whom has its wrong import here', () => {
  expect(Object.keys(wrongImports).sort()).toEqual(forbidden.map(({ name }) => name).sort())
})

test.each(Object.entries(wrongImports))('%s catches an import that it forbids', async (rule, [from, to]) => {
  expect(await brokenRules(from, to)).toContain(rule)
})

test('an import that every rule allows is let through', async () => {
  expect(await brokenRules('api/deals/routes.ts', 'engine/index.ts')).toEqual([])
})

/** The rules that a project breaks in which one file imports another. */
async function brokenRules(from: string, to: string): Promise<string[]> {
  const baseDir = realpathSync(mkdtempSync(join(tmpdir(), 'keynode-boundaries-')))
  try {
    const target = to.includes('/') ? to : `node_modules/${to}/index.js`
    if (!to.includes('/')) plant(baseDir, `node_modules/${to}/package.json`, JSON.stringify({ name: to }))
    plant(baseDir, target, 'export const planted = 1\n')
    const specifier = to.includes('/') ? `./${relative(dirname(from), to)}` : to
    plant(baseDir, from, `import { planted } from '${specifier}'\nexport const wrong = planted\n`)
    plant(baseDir, 'package.json', JSON.stringify({ dependencies: { [to]: '1' } }))
    const { output } = await cruise([from], { ...options, baseDir, validate: true, ruleSet: { forbidden } as never })
    return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name)
  } finally {
    rmSync(baseDir, { recursive: true })
  }
}

function plant(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
