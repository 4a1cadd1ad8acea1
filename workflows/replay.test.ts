import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import proto from '@temporalio/proto'
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker'
import { beforeAll, expect, it } from 'vitest'
import { bundling } from './bundling.ts'

const logger = new DefaultLogger('ERROR')
Runtime.install({ logger, telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }) } } })

const folder = fileURLToPath(new URL('./histories', import.meta.url))
const files = readdirSync(folder)

type Recorded = { events: Record<string, unknown>[] }
const recorded = (file: string): Recorded => JSON.parse(readFileSync(join(folder, file), 'utf8'))

let workflowBundle: WorkflowBundleWithSourceMap
beforeAll(async () => {
  workflowBundle = await bundleWorkflowCode({ logger, ...bundling })
}, 60_000)

const replay = (history: Recorded) =>
  Worker.runReplayHistory({ workflowBundle }, proto.temporal.api.history.v1.History.fromObject(history))

it.each(files)('today’s code goes the way of %s', async (file) => {
  await replay(recorded(file))
})

it('every kind of life that a deal can have is among the recorded ones', () => {
  const names = new Set(files.map((file) => file.replace(/^\d+\.\d+\.\d+-/, '').replace(/\.json$/, '')))
  for (const name of ['won', 'objection', 'support', 'escalated', 'at-once', 'handed-over-run-1', 'handed-over-run-2'])
    expect(names).toContain(name)
})

it('code that would go another way than a recorded deal is found out', async () => {
  const file = files.find((name) => name.endsWith('-handed-over-run-1.json')) ?? ''
  const { events } = recorded(file)
  const { workflowExecutionContinuedAsNewEventAttributes, ...last } = events.at(-1) ?? {}
  const { workflowTaskCompletedEventId } = workflowExecutionContinuedAsNewEventAttributes as Record<string, unknown>
  const ended = {
    ...last,
    eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED',
    workflowExecutionCompletedEventAttributes: { workflowTaskCompletedEventId },
  }
  await expect(replay({ events: [...events.slice(0, -1), ended] })).rejects.toThrow(/determinism/i)
})
