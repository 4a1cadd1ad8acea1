import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Scenario, scenarioOf } from '#engine'
import { putInModel, removeFromModel } from '../commands/chain-commands.ts'
import { identify } from '../commands/identify.ts'
import { useDrawing, useReadOnly } from '../editing/drawing-store.ts'
import { IconButton } from '../editing/PartList.tsx'
import { usePlaying } from './play-context.ts'
import { RealDeal } from './RealDeal.tsx'
import { useBrokenWords } from './use-broken-words.ts'
import type { Play } from './use-play.ts'
import { useScenarioResults } from './use-scenario-results.ts'

/** Plays that are kept with the drawing. They are played again at each publish, which stops while one of them breaks. */
export function Scenarios({ play, segment }: { play: Play; segment: string | undefined }) {
  const { t } = useTranslation()
  const { model } = usePlaying()
  const readOnly = useReadOnly()
  const run = useDrawing((drawing) => drawing.run)
  const results = useScenarioResults(model)
  const [name, setName] = useState('')
  const { start, steps, begin } = play
  const put = (scenario: Scenario) => run((model) => putInModel(model, { part: 'scenarios', item: scenario }))

  async function keep() {
    const named = name.trim()
    if (!named) return
    put(await scenarioOf(model, { id: identify(model, 'scenario', named), name: named, start, steps: [...steps] }))
    setName('')
  }

  return (
    <section className="tryout-part" aria-label={t('tryout.scenarios.title')}>
      <h3>{t('tryout.scenarios.title')}</h3>
      {model.scenarios.length === 0 && <p className="quiet">{t('tryout.scenarios.none')}</p>}
      <ul className="tryout-scenarios">
        {model.scenarios.map((scenario) => (
          <ScenarioLine
            key={scenario.id}
            scenario={scenario}
            broken={results.get(scenario.id)}
            show={() => begin(scenario)}
            {...(!readOnly && {
              expectNow: async () => put(await scenarioOf(model, scenario)),
              remove: () => run((model) => removeFromModel(model, { part: 'scenarios', id: scenario.id })),
            })}
          />
        ))}
      </ul>
      {segment && <RealDeal segment={segment} begin={begin} />}
      {!readOnly && (
        <Space.Compact block>
          <Input
            size="small"
            aria-label={t('tryout.scenarios.name')}
            placeholder={t('tryout.scenarios.name')}
            maxLength={200}
            value={name}
            onChange={({ target }) => setName(target.value)}
            onPressEnter={() => void keep()}
          />
          <Button size="small" disabled={!name.trim() || steps.length === 0} onClick={() => void keep()}>
            {t('tryout.scenarios.keep')}
          </Button>
        </Space.Compact>
      )}
    </section>
  )
}

type LineProps = {
  scenario: Scenario
  broken: ReturnType<typeof useScenarioResults> extends ReadonlyMap<string, infer Result> ? Result | undefined : never
  show: () => void
  expectNow?: () => void
  remove?: () => void
}

function ScenarioLine({ scenario, broken, show, expectNow, remove }: LineProps) {
  const { t } = useTranslation()
  const words = useBrokenWords()
  const isBroken = broken !== undefined && broken.length > 0
  return (
    <li className={isBroken ? 'is-broken' : ''}>
      <span className="tryout-scenario-name">
        {scenario.name}
        <small className={isBroken ? 'bad' : 'quiet'}>
          {t(isBroken ? 'tryout.scenarios.broken' : 'tryout.scenarios.holds')}
        </small>
      </span>
      {isBroken && (
        <ul>
          {broken.map((one) => (
            <li key={JSON.stringify(one)}>{words(one)}</li>
          ))}
        </ul>
      )}
      <span className="tryout-buttons">
        <Button size="small" onClick={show}>
          {t('tryout.scenarios.show')}
        </Button>
        {isBroken && expectNow && (
          <Button size="small" onClick={expectNow}>
            {t('tryout.scenarios.expectNow')}
          </Button>
        )}
        {remove && (
          <IconButton
            label={t('editing.removeNamed', { name: scenario.name })}
            icon={<DeleteOutlined />}
            act={remove}
          />
        )}
      </span>
    </li>
  )
}
