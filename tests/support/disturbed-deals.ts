import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'
import type { ProcessModelDraft } from '#engine'
import { type DealEvent, DomainError } from '#engine/deal'
import { buildWorkflows } from '../../launch/build-workflows.ts'
import type { DealChanged } from '../../workflows/contract.ts'
import { breakableLink, type Link } from './breakable-link.ts'
import { type RunningDeals, runningDeals } from './running-deals.ts'
import { aWorkerProcess } from './worker-process.ts'

/** What can befall the product. It lasts so many milliseconds, or until a killed worker has been started again. */
export type Disturbance =
  | { kind: 'worker killed'; worker: number }
  | { kind: 'worker frozen'; worker: number; ms: number }
  | { kind: 'clock set'; worker: number; byMs: number; ms: number }
  | { kind: 'database lost'; ms: number }
  | { kind: 'Temporal server lost'; ms: number }

export type DisturbedDeals = RunningDeals & {
  /** Asks a deal until it has answered, as somebody does who was told to ask again with the same key. */
  insist(dealId: string, event: DealEvent): Promise<DealChanged>
  /** Lets it begin, and goes on; one that befalls the same thing waits until this one is over. */
  disturb(disturbance: Disturbance): void
  untilCalm(): Promise<void>
}

const workerCount = 2

/** Deals that several worker processes work, where each of them, the database and the Temporal server can be lost for a while. */
export async function disturbedDeals(
  draft: ProcessModelDraft,
  settings: { stepsPerRun?: number } = {},
): Promise<DisturbedDeals> {
  const toDatabase = await breakableLink(Number(new URL(inject('postgresUrl')).port))
  const toTemporal = await breakableLink(Number(inject('temporalAddress').split(':')[1]))
  const address = `127.0.0.1:${toTemporal.port}`
  const running = await runningDeals(draft, { ...settings, worker: false, address })
  const environment = {
    ...running.environment,
    DATABASE_URL: Object.assign(new URL(running.database.url), { port: String(toDatabase.port) }).href,
    KEYNODE_WORKFLOWS: await buildWorkflows(),
  }
  const workers = await Promise.all(Array.from({ length: workerCount }, () => keptWorker(environment)))
  const under = new Map<string, Promise<void>>()
  const next = (what: string, befall: () => Promise<void>) => {
    under.set(what, (under.get(what) ?? Promise.resolve()).then(befall))
  }
  return {
    ...running,
    async insist(dealId, event) {
      for (;;) {
        try {
          return await running.deals.change(dealId, { event })
        } catch (error) {
          if (error instanceof DomainError && error.code !== 'NOT_CONFIRMED_YET') throw error
          await setTimeout(200)
        }
      }
    },
    disturb(disturbance) {
      switch (disturbance.kind) {
        case 'worker killed':
          return next(`worker ${disturbance.worker}`, async () => workers[disturbance.worker]?.kill())
        case 'worker frozen':
          return next(`worker ${disturbance.worker}`, async () => workers[disturbance.worker]?.freeze(disturbance.ms))
        case 'clock set':
          return next(`worker ${disturbance.worker}`, async () => workers[disturbance.worker]?.setClock(disturbance))
        case 'database lost':
          return next('database', () => without(toDatabase, disturbance.ms))
        case 'Temporal server lost':
          return next('Temporal', () => without(toTemporal, disturbance.ms))
      }
    },
    async untilCalm() {
      await Promise.all(under.values())
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()))
      await running.stop()
      toDatabase.close()
      toTemporal.close()
    },
  }
}

async function without(link: Link, ms: number): Promise<void> {
  link.cut()
  await setTimeout(ms)
  link.mend()
}

/** A worker process that is started again whenever it has ended, as the launcher does it. */
async function keptWorker(environment: Record<string, string>) {
  let isStopping = false
  let current = aWorkerProcess(environment)
  const keep = async (): Promise<void> => {
    while (!isStopping) {
      await (await current).ended
      if (!isStopping) current = untilStarted(environment)
    }
  }
  await current
  const kept = keep()
  return {
    async kill() {
      await (await current).kill()
      await setTimeout()
      await current
    },
    async freeze(ms: number) {
      const worker = await current
      worker.freeze()
      await setTimeout(ms)
      worker.thaw()
    },
    /** Twice its clock jumps: by so much, and back. */
    async setClock({ byMs, ms }: { byMs: number; ms: number }) {
      ;(await current).setClock(byMs)
      await setTimeout(ms)
      ;(await current).setClock(0)
    },
    async stop() {
      isStopping = true
      await (await current).kill()
      await kept
    },
  }
}

/** None comes up while the server that it asks is out of reach. */
async function untilStarted(environment: Record<string, string>) {
  for (;;) {
    try {
      return await aWorkerProcess(environment)
    } catch {
      await setTimeout(200)
    }
  }
}
