import { Button, Dropdown, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Place } from '#engine'
import { usePlaying } from './play-context.ts'
import { SupportAnswer } from './SupportAnswer.tsx'

/** What is owed and asked for at this moment, and what else can happen: an objection, another style, a skipped stage. */
export function OpenMatters({ picked }: { picked: Place | undefined }) {
  const { t } = useTranslation()
  const { model, names, shown, take } = usePlaying()
  const { tasks, supportRequests, objections, style, stages } = shown.state
  const owed = Object.entries(tasks).filter(([, { status }]) => status === 'open')
  const asked = Object.entries(supportRequests).filter(([, { status }]) => status === 'open')
  const raised = Object.entries(objections).filter(([, { status }]) => status !== 'closed')
  const skippable = picked?.kind === 'stage' && stages[picked.id]?.status === 'open' ? picked.id : undefined
  return (
    <section className="tryout-part" aria-label={t('tryout.open.title')}>
      <h3>{t('tryout.open.title')}</h3>
      {owed.length + asked.length + raised.length === 0 && <p className="quiet">{t('tryout.open.nothing')}</p>}
      <ul className="tryout-matters">
        {owed.map(([id, { name, action, escalatedAt }]) => (
          <li key={id}>
            <span className={escalatedAt ? 'is-late' : ''}>
              {name}
              {escalatedAt && <small> · {t('words.overdue')}</small>}
            </span>
            {action && (
              <Button size="small" onClick={() => take({ kind: 'do', action })}>
                {t('tryout.open.done')}
              </Button>
            )}
          </li>
        ))}
        {asked.map(([id, request]) => (
          <SupportAnswer key={id} request={request} />
        ))}
        {raised.map(([id, { type }]) => (
          <li key={id}>
            <span>{names.objectionType(type)}</span>
            <Button size="small" onClick={() => take({ kind: 'settle', type })}>
              {t('tryout.open.settle')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="tryout-buttons">
        {model.objectionTypes.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: model.objectionTypes.map(({ id, name }) => ({ key: id, label: name })),
              onClick: ({ key }) => take({ kind: 'object', type: key }),
            }}
          >
            <Button size="small">{t('tryout.open.object')}</Button>
          </Dropdown>
        )}
        {skippable && (
          <Button size="small" onClick={() => take({ kind: 'skip', stage: skippable })}>
            {t('tryout.open.skip', { stage: names.stage(skippable) })}
          </Button>
        )}
        {model.chain.styles.length > 0 && (
          <Select
            size="small"
            aria-label={t('tryout.open.style')}
            placeholder={t('tryout.open.style')}
            value={style ?? null}
            onChange={(chosen: string) => take({ kind: 'choose-style', style: chosen })}
            options={model.chain.styles.map(({ id, name }) => ({ value: id, label: name }))}
            popupMatchSelectWidth={false}
          />
        )}
      </div>
    </section>
  )
}
