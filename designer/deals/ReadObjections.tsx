import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import type { Reading } from '../../api/deals/contract.ts'
import { useDealView } from './deal-view.ts'

type Objections = Reading['objections']
type Props = { model: ProcessModel; objections: Objections; change: (objections: Objections) => void }

/** What standing objections are in the model, and which of its stages they hold back. They stand in any case. */
export function ReadObjections({ model, objections, change }: Props) {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  const open = Object.entries(page.state.objections).filter(([, { status }]) => status !== 'closed')
  if (open.length === 0 || model.objectionTypes.length === 0) return null
  return (
    <section>
      <h3>{t('words.objections')}</h3>
      <ul className="read-list read-objections">
        {open.map(([id, { statement, type: kind }]) => {
          const { [id]: chosen, ...others } = objections
          return (
            <li key={id}>
              <span>
                <strong>“{statement}”</strong> <small className="quiet">{names.objectionType(kind)}</small>
              </span>
              <Select
                allowClear
                aria-label={t('deals.free.objectionIs', { statement })}
                placeholder={t('deals.free.staysKind', { kind: names.objectionType(kind) })}
                value={chosen?.type ?? null}
                onChange={(type: string | undefined) =>
                  change(type ? { ...others, [id]: { ...chosen, type } } : others)
                }
                options={model.objectionTypes.map((type) => ({ value: type.id, label: type.name }))}
                showSearch={{ optionFilterProp: 'label' }}
                popupMatchSelectWidth={false}
              />
              <Select
                allowClear
                disabled={!chosen}
                aria-label={t('deals.free.objectionAt', { statement })}
                placeholder={t('deals.objections.stage')}
                value={chosen?.stage ?? null}
                onChange={(stage: string | undefined) =>
                  chosen && change({ ...others, [id]: { type: chosen.type, ...(stage && { stage }) } })
                }
                options={model.stages.map((stage) => ({ value: stage.id, label: stage.name }))}
                showSearch={{ optionFilterProp: 'label' }}
                popupMatchSelectWidth={false}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
