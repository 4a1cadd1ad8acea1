import { DeleteOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Grant } from '#engine'
import type { DepartmentRouting, Named } from '../../api/routing/contract.ts'
import { having, replaced, without } from '../commands/lists.ts'
import { freshId } from './fresh-id.ts'

type Props = { stored: DepartmentRouting; authority: Grant[]; change: (authority: Grant[]) => void }

/** The lines of authority, one a grant: who may take what, where, and up to how much. */
export function Grants({ stored, authority, change }: Props) {
  const { t } = useTranslation()
  /** A fresh line allows nothing yet: who is in a hurry gives nobody more than they mean to. */
  const least = (): Grant => ({
    id: freshId('grant', authority),
    ...(stored.members[0] && { person: stored.members[0].id }),
    upTo: 0,
  })
  const optionsOf = (things: Named[]) => things.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="titled-body">
      <ul className="routing-grants">
        {authority.map((grant, n) => {
          const set = <Key extends keyof Grant>(key: Key, value: Grant[Key] | undefined) =>
            change(replaced(authority, having(grant, key, value)))
          const choice = (key: 'person' | 'request' | 'stage', things: Named[]) => (
            <Select
              aria-label={t(`routing.grant.${key}`, { number: n + 1 })}
              value={grant[key] ?? null}
              allowClear
              placeholder={t(`routing.grant.any.${key}`)}
              options={optionsOf(things)}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value: string | null | undefined) => set(key, value ?? undefined)}
            />
          )
          return (
            <li key={grant.id}>
              {choice('person', stored.members)}
              {choice('request', stored.requests)}
              {choice('stage', stored.stages)}
              <InputNumber
                aria-label={t('routing.grant.upTo', { number: n + 1 })}
                value={grant.upTo ?? null}
                min={0}
                placeholder={t('routing.any')}
                onChange={(value) => set('upTo', typeof value === 'number' ? value : undefined)}
              />
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('routing.grant.remove', { number: n + 1 })}
                onClick={() => change(without(authority, grant.id))}
              />
            </li>
          )
        })}
      </ul>
      <Button size="small" onClick={() => change([...authority, least()])}>
        {t('routing.grant.add')}
      </Button>
    </div>
  )
}
