import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Fact, standingFacts, wordsOfNoted } from '#engine'
import { ValueEditor } from '../ui/ValueEditor.tsx'
import { useDealView } from './deal-view.ts'
import { type Read, valueAs } from './reading.ts'

type Props = { facts: Fact[]; currency: string; read: Read[]; change: (read: Read[]) => void }

/** What was noted, and as which facts of the model it is read. What is read as none stays a note. */
export function ReadFacts({ facts, currency, read, change }: Props) {
  const { t } = useTranslation()
  const { page } = useDealView()
  if (read.length === 0) return <p className="quiet">{t('deals.free.nothingNoted')}</p>
  const standing = standingFacts(page.state.observations)
  const set = (one: Read) => change(read.map((other) => (other.noted === one.noted ? one : other)))
  return (
    <table className="dense read-facts">
      <thead>
        <tr>
          <th>{t('deals.free.noted')}</th>
          <th>{t('deals.free.readAs')}</th>
          <th>{t('deals.free.value')}</th>
        </tr>
      </thead>
      <tbody>
        {read.map(({ noted, fact: name, value }) => {
          const was = standing.get(noted)?.value ?? ''
          const fact = facts.find((one) => one.name === name)
          const words = wordsOfNoted(noted) ?? noted
          return (
            <tr key={noted}>
              <td>
                <strong>{words}</strong>
                <small className="quiet">{typeof was === 'boolean' ? t(was ? 'words.yes' : 'words.no') : was}</small>
              </td>
              <td data-name={t('deals.free.readAs')}>
                <Select
                  allowClear
                  aria-label={t('deals.free.readAsOf', { fact: words })}
                  placeholder={t('deals.free.staysNote')}
                  value={name}
                  onChange={(chosen: string | undefined) => {
                    const next = facts.find((one) => one.name === chosen)
                    set(next ? { noted, fact: next.name, value: valueAs(was, next) } : { noted })
                  }}
                  options={facts.map((one) => ({ value: one.name, label: one.label }))}
                  showSearch={{ optionFilterProp: 'label' }}
                  popupMatchSelectWidth={false}
                />
              </td>
              <td data-name={t('deals.free.value')}>
                {fact && (
                  <ValueEditor
                    type={fact.value}
                    currency={currency}
                    label={fact.label}
                    value={value}
                    onChange={(next) => set({ noted, fact: fact.name, value: next })}
                  />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
