import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Fact, leadCatalogue } from '#engine'
import type { SegmentFunnel } from '../../api/leads/contract.ts'
import type { Telling } from '../map/condition-sentence.ts'

/** What filters of a segment's leads can ask about, as the condition builder takes it. Its amounts bear no currency. */
export function useLeadTelling({ funnel, tags, owners }: SegmentFunnel): Telling {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const facts = leadCatalogue(
      funnel,
      tags.map(({ tag }) => tag),
      owners.map(({ id }) => id),
    )
    return {
      t,
      language: i18n.language,
      currency: '',
      facts: new Map(facts.map((fact) => [fact.name, withoutCurrency(fact)])),
      options: new Map([...funnel.stages, ...owners].map(({ id, name }) => [id, name])),
    }
  }, [t, i18n.language, funnel, tags, owners])
}

/** An amount of no known currency is told as the number that it is. */
const withoutCurrency = (fact: Fact): Fact =>
  fact.value.kind === 'money' ? { ...fact, value: { kind: 'number' } } : fact
