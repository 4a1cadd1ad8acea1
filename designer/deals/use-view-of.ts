import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DealPage } from '../../api/deals/contract.ts'
import type { User } from '../../api/people/contract.ts'
import type { DealView } from './deal-view.ts'
import { namesIn } from './names.ts'
import { useFreeForm } from './use-free-form.ts'
import { useObjectionType } from './use-objection-type.ts'

const changers: readonly User['role'][] = ['rep', 'manager', 'admin']

/** A deal as `me` looks at it. `record` opens the recording of an interaction where the deal is shown. */
export function useViewOf(content: DealPage, me: User, record: DealView['record']): DealView {
  const { t } = useTranslation()
  const page = useFreeForm(content)
  const nameOfType = useObjectionType()
  const names = useMemo(() => {
    const former = Object.entries(page.formerFacts).map(([fact, name]) => [fact, t('deals.known.former', { name })])
    const known = namesIn(page.model, page.state.signers, Object.fromEntries(former))
    return { ...known, objectionType: (id: string) => nameOfType({ id, name: known.objectionType(id) }) }
  }, [page.model, page.state.signers, page.formerFacts, t, nameOfType])
  return {
    page,
    names,
    me,
    mayChange: changers.includes(me.role) && page.state.status === 'open',
    mayMoveSupport: (me.role === 'manager' || me.role === 'admin') && page.state.status === 'open',
    nameOf(user) {
      // An importer is no user and has no name of its own.
      if (user === 'import') return t('words.interactionKind.import')
      return page.people[user] ?? (user === me.id ? me.name : t('deals.somebody'))
    },
    departmentName: (id) => (id === '' ? t('deals.support.manager') : (page.departments[id] ?? names.department(id))),
    record,
  }
}
