import { Alert, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import { ChangeList } from '../editing/ChangeList.tsx'
import { Field } from '../editing/fields/Field.tsx'
import type { LeftOut } from './bpmn/left-out.ts'
import type { FileReading } from './read-file.ts'

const namesShown = 3
const changesShown = 8

type Props = {
  /** The drawing that it would take the place of, where there is one. */
  before: ProcessModel | undefined
  reading: Extract<FileReading, { kind: 'read' }>
  choosePool: (pool: string) => void
}

/** What a file holds, what of it has no place in a drawing, and what it would change of the one that is open. */
export function ReadDrawing({ before, reading, choosePool }: Props) {
  const { t } = useTranslation()
  const { model, leftOut, pools, pool } = reading
  const sentenceOf = ({ kind, count, names }: LeftOut) => {
    const more = count - namesShown
    const shown = names.slice(0, namesShown).join(', ')
    const told =
      names.length === 0
        ? count > 1
          ? t('exchange.names', { names: count })
          : ''
        : more > 0
          ? t('exchange.namesMore', { names: shown, more })
          : t('exchange.names', { names: shown })
    return t(`exchange.leftOut.${kind}`, { names: told })
  }
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t('exchange.holds', {
          name: model.name,
          stages: t('exchange.stages', { count: model.stages.length }),
          transitions: t('exchange.transitions', { count: model.transitions.length }),
          roles: t('exchange.roles', { count: model.chain.roles.length }),
        })}
        description={before && t('exchange.replaceHint')}
      />
      {pools.length > 1 && (
        <Field label={t('exchange.pool')}>
          {(id) => (
            <Select
              id={id}
              value={pool}
              onChange={choosePool}
              options={pools.map(({ id, name, steps }) => ({
                value: id,
                label: t('exchange.poolSteps', { name: name || t('exchange.poolUnnamed'), count: steps }),
              }))}
            />
          )}
        </Field>
      )}
      <section aria-label={t('exchange.told')}>
        <h3>{t('exchange.told')}</h3>
        {leftOut.length === 0 ? (
          <p className="quiet">{t('exchange.toldNothing')}</p>
        ) : (
          <ul className="import-sentences">
            {leftOut.map((one) => (
              <li key={one.kind}>{sentenceOf(one)}</li>
            ))}
          </ul>
        )}
      </section>
      {before && <ChangeList title={t('exchange.changes')} before={before} after={model} atMost={changesShown} />}
    </>
  )
}
