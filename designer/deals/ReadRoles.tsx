import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import type { Reading } from '../../api/deals/contract.ts'
import { useDealView } from './deal-view.ts'

type Props = { model: ProcessModel; roles: Reading['roles']; change: (roles: Reading['roles']) => void }

/** Who holds which role of the model. People go by the kind of their role where only one role is of it. */
export function ReadRoles({ model, roles, change }: Props) {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  const people = Object.entries(page.state.people ?? {}).filter(([, { leftAt }]) => leftAt === undefined)
  if (people.length === 0) return null
  return (
    <ul className="read-roles">
      {people.map(([id, person]) => {
        const sameKind = model.chain.roles.filter(({ kind }) => kind === person.role)
        const likely = sameKind.length === 1 ? sameKind[0]?.id : undefined
        const { [id]: chosen = likely, ...others } = roles
        return (
          <li key={id}>
            <span>
              <strong>{person.name}</strong> <small className="quiet">{names.role(person.role)}</small>
            </span>
            <Select
              aria-label={t('deals.free.roleOf', { name: person.name })}
              placeholder={t('deals.free.noRole')}
              value={chosen ?? null}
              onChange={(role: string) => change({ ...others, [id]: role })}
              options={model.chain.roles.map((role) => ({ value: role.id, label: role.name }))}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
            />
          </li>
        )
      })}
    </ul>
  )
}
