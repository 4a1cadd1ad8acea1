import { Button, Radio, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { factName, type Grade, grades, type Place, type Scalar, standingFacts } from '#engine'
import { asksOf } from '../deals/asks.ts'
import { useShownValue } from '../ui/use-shown-value.ts'
import { ValueEditor } from '../ui/ValueEditor.tsx'
import { usePlaying } from './play-context.ts'

const factAt: Partial<Record<Place['kind'], (id: string) => string>> = {
  element: factName.element,
  commitment: factName.commitment,
  attribute: factName.attribute,
}

/** One thing that the customer discloses or promises, and how well it is evidenced. What is picked on the map is picked here. */
export function LearnFact({ picked }: { picked: Place | undefined }) {
  const { t } = useTranslation()
  const { model, shown, take } = usePlaying()
  const show = useShownValue()
  const [fact, setFact] = useState<string>()
  const [value, setValue] = useState<Scalar>()
  const [grade, setGrade] = useState<Grade>('said')
  const groups = useMemo(() => asksOf(model, shown.state), [model, shown.state])
  const ask = groups.flatMap(({ asks }) => asks).find((one) => one.fact === fact)
  const standing = fact === undefined ? undefined : standingFacts(shown.state.observations).get(fact)

  function choose(next: string | undefined) {
    const chosen = groups.flatMap(({ asks }) => asks).find((one) => one.fact === next)
    setFact(next)
    setGrade(chosen?.grade ?? 'said')
    setValue(chosen?.value.kind === 'flag' ? true : undefined)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: picks once for each place that is picked on the map.
  useEffect(() => {
    const nameOf = picked && factAt[picked.kind]
    if (picked && nameOf) choose(nameOf(picked.id))
  }, [picked])

  return (
    <section className="tryout-part" aria-label={t('tryout.learn.title')}>
      <h3>{t('tryout.learn.title')}</h3>
      <Select
        className="tryout-fact"
        aria-label={t('tryout.learn.fact')}
        placeholder={t('tryout.learn.fact')}
        showSearch={{ optionFilterProp: 'label' }}
        value={fact}
        onChange={choose}
        options={groups.map(({ stage, asks }) => ({
          label: stage?.name ?? t('deals.record.attributes'),
          options: asks.map(({ fact: name, name: label }) => ({ value: name, label })),
        }))}
      />
      {ask && fact && (
        <>
          <div className="tryout-learn">
            <ValueEditor
              type={ask.value}
              currency={model.currency}
              label={ask.name}
              value={value}
              onChange={setValue}
            />
            <Radio.Group
              aria-label={t('deals.record.gradeOf', { fact: ask.name })}
              optionType="button"
              size="small"
              value={grade}
              onChange={({ target }) => setGrade(target.value as Grade)}
              options={grades.map((one) => ({ value: one, label: t(`words.grade.${one}`) }))}
            />
          </div>
          <div className="tryout-buttons">
            <Button
              type="primary"
              size="small"
              disabled={value === undefined}
              onClick={() => value !== undefined && take({ kind: 'learn', facts: [{ fact, value, grade }] })}
            >
              {t('tryout.learn.take')}
            </Button>
            {standing && (
              <>
                <Button size="small" onClick={() => take({ kind: 'withdraw', fact })}>
                  {t('tryout.learn.withdraw')}
                </Button>
                <small className="quiet">
                  {t('deals.record.known', { value: show(ask.value, standing.value, model.currency) })}
                </small>
              </>
            )}
          </div>
        </>
      )}
    </section>
  )
}
