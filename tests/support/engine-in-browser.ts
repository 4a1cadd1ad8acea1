import type { Browser, JSHandle } from 'playwright-core'
import { build } from 'vite'
import type { ProcessModelDraft } from '#engine'
import type { DealEvent } from '#engine/deal'

/** One event of a deal, and the instant at which it was taken. */
export type Told = { event: DealEvent; now: string }

/** What an engine makes of a model and of a deal's events: the plan's name, and the state after each event. */
export type Story = { hash: string; states: string[] }

export type EngineInBrowser = { tell(draft: ProcessModelDraft, told: Told[]): Promise<Story> }

type Engine = typeof import('#engine')

/** The engine as a browser gets it: built by Vite for production, run in a page. */
export async function engineInBrowser(browser: Browser): Promise<EngineInBrowser> {
  const page = await browser.newPage()
  const code = JSON.stringify(await builtEngine())
  // As text, since the test runner would put its own import in the place of the browser's.
  const engine: JSHandle<Engine> = await page.evaluateHandle(
    `import(URL.createObjectURL(new Blob([${code}], { type: 'text/javascript' })))`,
  )
  return {
    tell: (draft, told) =>
      engine.evaluate(
        async ({ processModelSchema, compileModel, advance, canonicalJson }, [drawn, events]) => {
          const plan = compileModel(processModelSchema.parse(drawn))
          const states: string[] = []
          let state: Awaited<ReturnType<typeof advance>>['state'] | undefined
          for (const { event, now } of events) {
            state = (await advance(plan, state, event, now)).state
            states.push(canonicalJson(state))
          }
          return { hash: plan.hash, states }
        },
        [draft, told] as [ProcessModelDraft, Told[]],
      ),
  }
}

async function builtEngine(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'engine/index.ts', formats: ['es'] } },
  })
  const [bundle] = Array.isArray(result) ? result : [result]
  if (!bundle || !('output' in bundle)) throw new Error('the engine was not built')
  return bundle.output[0].code
}
