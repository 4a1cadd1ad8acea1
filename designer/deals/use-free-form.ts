import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DealPage } from '../../api/deals/contract.ts'
import { useObjectionType } from './use-objection-type.ts'

/** The page of a deal without a model, with the kinds of roles and objections in the reader's language; any other as it is. */
export function useFreeForm(page: DealPage): DealPage {
  const { t } = useTranslation()
  const nameOfType = useObjectionType()
  return useMemo(() => {
    if (!page.deal.freeForm) return page
    const { model } = page
    const roles = model.chain.roles.map((role) => ({ ...role, name: t(`words.buyingRoleKind.${role.kind}`) }))
    const objectionTypes = model.objectionTypes.map((type) => ({ ...type, name: nameOfType(type) }))
    return { ...page, model: { ...model, chain: { ...model.chain, roles }, objectionTypes } }
  }, [page, t, nameOfType])
}
