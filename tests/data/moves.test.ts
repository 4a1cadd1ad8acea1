import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkModel, type Impact, type Plan, type ProcessModel, processModelSchema, type ValueType } from '#engine'
import type { DealState } from '#engine/deal'
import type { ImpactList, ImpactRow, Move } from '../../api/moves/contract.ts'
import { libraryModels } from '../../engine/library/index.ts'
import { readExport } from '../../launch/read-export.ts'
import { sharedData } from '../../vitest.config.ts'
import { planImport } from '../../workflows/import-store/plan-import.ts'
import { storeImport } from '../../workflows/import-store/store-import.ts'
import { mappingSchema } from '../../workflows/importing/mapping.ts'
import { startImport } from '../../workflows/start-import.ts'
import { aVisit } from '../support/deal-events.ts'
import { effectOf, foreseenEffect } from '../support/effect-of.ts'
import { type Person, type RunningApi, runningApi } from '../support/running-api.ts'
import { aWorkerProcess, type WorkerProcess } from '../support/worker-process.ts'

const enterprise = processModelSchema.parse(libraryModels.find(({ id }) => id === 'enterprise-software')?.model)

/** A stage less, an action more, and a type of objection and a style that are no longer there. */
function leaner(model: ProcessModel): ProcessModel {
  const dropped = 'problem-disclosed'
  const [before, after] = [
    model.transitions.find(({ to }) => to === dropped)?.from ?? '',
    model.transitions.find(({ from }) => from === dropped)?.to ?? '',
  ]
  return processModelSchema.parse({
    ...model,
    stages: model.stages
      .filter(({ id }) => id !== dropped)
      .map((stage) =>
        stage.id === after
          ? { ...stage, actions: [...stage.actions, { id: 'list-rivals', name: 'List the rivals', brings: [] }] }
          : stage,
      ),
    transitions: [
      ...model.transitions.filter(({ from, to }) => from !== dropped && to !== dropped),
      { id: `${before}-to-${after}`, from: before, to: after },
    ],
    objectionTypes: model.objectionTypes.filter(({ id }) => id !== 'timing'),
    chain: { ...model.chain, styles: model.chain.styles.filter(({ id }) => id !== 'introduced') },
  })
}

let api: RunningApi
let worker: WorkerProcess
let ops: Person
beforeAll(async () => {
  api = await runningApi({ model: enterprise })
  await api.running.stopWorker()
  worker = await aWorkerProcess(api.running.environment)
  ops = await api.signedIn('ops')
})
afterAll(async () => {
  await worker.kill()
  await api.stop()
})

async function importedDeals(): Promise<string[]> {
  const { running, segment } = api
  const { db } = running.database
  const now = new Date()
  const wanted = {
    files: readExport(join(sharedData, 'crm/maven-crm-opportunities')),
    mapping: mappingSchema.parse({}),
    // The rows of a source are opened once in all of Temporal, and other tests open those of the CRM meanwhile.
    source: 'crm-of-the-moves',
    segment,
  }
  const planned = await planImport(db, wanted, now)
  await storeImport(db, { ...planned, segmentId: planned.segment.id, versionId: planned.version.id }, randomUUID)
  const handle = await startImport(running.client, running.environment.KEYNODE_TASK_QUEUE ?? '', planned.importId)
  expect(await handle.result()).toEqual({ opened: 2089, failed: 0 })
  return (await db.deal.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id)
}

function someValue(type: ValueType | undefined): string | number | boolean {
  switch (type?.kind) {
    case 'choice':
      return type.options[0] ?? ''
    case 'date':
      return '2026-12-01'
    case 'text':
      return 'as they told it'
    case 'number':
    case 'money':
      return 60_000
    default:
      return true
  }
}

/** Every third deal goes on: the n-th of them learns the first n facts that the stages ask for, in one visit. Some meet an objection. */
async function goOn(deals: string[], plan: Plan): Promise<void> {
  const facts = enterprise.stages.flatMap(({ elements, commitments }) => [
    ...elements.map(({ id }) => `element.${id}`),
    ...commitments.map(({ id }) => `commitment.${id}`),
  ])
  const some = deals.filter((_, n) => n % 3 === 0)
  await atOnce(some, async (id, n) => {
    const learnt = facts.slice(0, (n % facts.length) + 1)
    await api.running.deals.change(id, {
      event: aVisit('learnt', Object.fromEntries(learnt.map((fact) => [fact, someValue(plan.observable[fact])]))),
    })
    const statement = 'Not before the next budget year'
    if (n % 12 === 0)
      await api.running.deals.change(id, {
        event: { kind: 'objection-raised', id: 'objection', by: 'rep', type: 'timing', statement },
      })
    if (n % 12 === 6)
      await api.running.deals.change(id, {
        event: { kind: 'style-chosen', id: 'style', by: 'rep', style: 'introduced', reason: 'A friend of the owner' },
      })
  })
}

async function atOnce(ids: string[], work: (id: string, n: number) => Promise<void>): Promise<void> {
  const waiting = [...ids.entries()]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0])
  }
  await Promise.all(Array.from({ length: 8 }, lane))
}

async function states(): Promise<Map<string, { state: DealState; version: number }>> {
  const rows = await api.running.database.db.deal.findMany({ include: { modelVersion: { select: { number: true } } } })
  return new Map(
    rows.map(({ id, state, modelVersion }) => [
      id,
      { state: state as unknown as DealState, version: modelVersion.number },
    ]),
  )
}

async function preview(
  address: string,
): Promise<{ asOf: string; impacts: Map<string, Impact>; totals: ImpactList['totals'] }> {
  const first = () => ops.get(`${address}?pageSize=1`)
  await expect.poll(async () => (await first()).body.pending, { timeout: 180_000 }).toBe(0)
  const { asOf, total, totals } = (await first()).body as ImpactList
  const rows: ImpactRow[] = []
  while (rows.length < total) {
    const page = await ops.get(`${address}?pageSize=200&page=${rows.length / 200 + 1}&asOf=${asOf}`)
    rows.push(...page.body.items)
  }
  return { asOf, totals, impacts: new Map(rows.map(({ deal, impact }) => [deal.id, impact])) }
}

it('on 2,089 running deals a move does to each what its preview showed, and nothing to those that were deselected', async () => {
  const deals = await importedDeals()
  await goOn(deals, api.running.plan)
  const model = leaner(enterprise)
  expect(checkModel(model).filter(({ severity }) => severity === 'error')).toEqual([])
  const { number } = await api.running.publishNext(model)
  const begun = performance.now()
  const { asOf, impacts, totals } = await preview(`/segments/${api.segment}/versions/${number}/impact`)
  const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
  console.log(`previewed in ${seconds(begun)} s: ${JSON.stringify(totals)}`)
  expect(impacts.size).toBe(2089)
  expect(Object.values(totals).filter((count) => count > 0).length).toBeGreaterThan(1)

  const before = await states()
  const except = deals.filter((_, n) => n % 10 === 0)
  const asked = performance.now()
  const { id } = (await ops.post(`/segments/${api.segment}/moves`, { version: number, asOf, except })).body as Move
  const progress = async () => (await ops.get(`/segments/${api.segment}/moves/${id}`)).body as Move
  await expect.poll(async () => (await progress()).state, { timeout: 400_000, interval: 2000 }).toBe('moved')
  console.log(`moved in ${seconds(asked)} s: ${JSON.stringify((await progress()).counts)}`)
  expect((await progress()).counts).toMatchObject({ moved: 2089 - except.length, changed: 0, refused: 0, failed: 0 })

  const after = await states()
  const left = new Set(except)
  for (const deal of deals) {
    const [was, is, impact] = [before.get(deal), after.get(deal), impacts.get(deal)]
    if (!was || !is || !impact) throw new Error(`the deal ${deal} is missing`)
    expect([deal, is.version]).toEqual([deal, left.has(deal) ? 1 : number])
    if (left.has(deal)) expect(is.state).toEqual(was.state)
    else expect([deal, effectOf(was.state, is.state)]).toEqual([deal, foreseenEffect(impact)])
    expect(is.state.observations).toEqual(was.state.observations)
  }
}, 900_000)
