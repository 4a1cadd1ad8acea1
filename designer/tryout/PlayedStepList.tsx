import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '#engine'
import { whatMoved } from '../deals/what-moved.ts'
import { usePlaying } from './play-context.ts'
import type { Play } from './use-play.ts'
import { useStepWords } from './use-step-words.ts'

/** What happened so far and what came of it. Any step can be looked at again. */
export function PlayedStepList({ play }: { play: Play }) {
  const { t } = useTranslation()
  const words = useStepWords()
  const { steps, snapshots, at, look, begin, start } = play
  const [opened] = snapshots
  return (
    <section className="tryout-part" aria-label={t('tryout.steps.title')}>
      <h3>{t('tryout.steps.title')}</h3>
      <ol className="tryout-steps">
        <li>
          <button type="button" aria-current={at === 0 ? 'step' : undefined} onClick={() => look(0)}>
            {t('tryout.steps.opened')}
          </button>
          {opened && <Outcome after={opened} />}
        </li>
        {steps.map((step, n) => {
          const [before, after] = [snapshots[n], snapshots[n + 1]]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is what stands at its place in the play.
            <li key={n}>
              <button type="button" aria-current={at === n + 1 ? 'step' : undefined} onClick={() => look(n + 1)}>
                {words(step)}
              </button>
              {after?.refused !== undefined && <small className="tryout-refused">{after.refused}</small>}
              {before && after && <Outcome before={before} after={after} />}
            </li>
          )
        })}
      </ol>
      {steps.length > 0 && (
        <div className="tryout-buttons">
          <Button size="small" onClick={() => begin({ start, steps: steps.slice(0, -1) })}>
            {t('tryout.steps.back')}
          </Button>
          <Button size="small" onClick={() => begin({ start, steps: [] })}>
            {t('tryout.steps.again')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What a step changed: stages, what is owed and asked for, what went up. */
function Outcome({ before, after }: { before?: Snapshot; after: Snapshot }) {
  const { t } = useTranslation()
  const { names } = usePlaying()
  const nothing = { ...after.state, stages: {}, tasks: {}, supportRequests: {} }
  const moved = whatMoved(before?.state ?? nothing, after.state)
  const late = after.effects.flatMap((effect) => (effect.kind === 'escalate' ? [nameOf(effect, after)] : []))
  const told = [
    ['completed', moved.completed.map(names.stage)],
    ['opened', moved.opened.map(names.stage)],
    ['reopened', moved.reopened.map(names.stage)],
    ['fallenBack', before ? moved.fallenBack.map(names.stage) : []],
    ['owed', moved.owed],
    ['spared', moved.spared],
    ['asked', moved.asked.map(({ name, department }) => `${name} (${names.department(department)})`)],
    ['late', late],
  ] as const
  return (
    <ul className="tryout-outcome">
      {told.map(
        ([what, things]) =>
          things.length > 0 && (
            <li key={what} className={`is-${what}`}>
              {t(`tryout.outcome.${what}`, { things: things.join(t('tryout.and')) })}
            </li>
          ),
      )}
    </ul>
  )
}

function nameOf({ what, id }: { what: string; id: string }, { state }: Snapshot): string {
  if (what === 'task') return state.tasks[id]?.name ?? id
  return what === 'support-request' ? (state.supportRequests[id]?.name ?? id) : (state.objections[id]?.statement ?? id)
}
