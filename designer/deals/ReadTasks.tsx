import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import type { Reading } from '../../api/deals/contract.ts'
import { useDealView } from './deal-view.ts'

type Props = { model: ProcessModel; tasks: Reading['tasks']; change: (tasks: Reading['tasks']) => void }

/** Which actions of the model the tasks that are owed already stand for. Any other stays owed as it is. */
export function ReadTasks({ model, tasks, change }: Props) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const open = Object.entries(page.state.tasks).filter(([, { status }]) => status === 'open')
  if (open.length === 0) return null
  return (
    <section>
      <h3>{t('words.tasks')}</h3>
      <ul className="read-list">
        {open.map(([id, { name }]) => {
          const { [id]: chosen, ...others } = tasks
          return (
            <li key={id}>
              <strong>{name}</strong>
              <Select
                allowClear
                aria-label={t('deals.free.taskIs', { task: name })}
                placeholder={t('deals.free.staysTask')}
                value={chosen ?? null}
                onChange={(action: string | undefined) => change(action ? { ...others, [id]: action } : others)}
                options={model.stages
                  .filter(({ actions }) => actions.length > 0)
                  .map((stage) => ({
                    label: stage.name,
                    options: stage.actions.map((action) => ({ value: action.id, label: action.name })),
                  }))}
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
