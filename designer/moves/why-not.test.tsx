import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import i18next from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { beforeAll, expect, it } from 'vitest'
import type { Impact } from '#engine'
import { domainErrorCodes } from '#engine/deal'
import type { MovedDeal } from '../../api/moves/contract.ts'
import { en } from '../i18n/en/index.ts'
import { zhHant } from '../i18n/zh-hant/index.ts'
import { ImpactLines } from './ImpactLines.tsx'
import { MovedDeals } from './MovedDeals.tsx'

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'zh-Hant',
    fallbackLng: 'en',
    resources: { en: { translation: en }, 'zh-Hant': { translation: zhHant } },
  })
})

const reason = 'The deal could not be moved to this version.'
const cannot = (code: string): Impact => ({
  kind: 'cannot',
  from: [],
  to: [],
  stages: [],
  lost: { facts: [], tasks: [], requests: [], objections: [] },
  gained: { tasks: [], requests: [] },
  why: reason,
  code,
  details: {},
})

/** What a move came to on a deal that somebody of sales operations reads of. */
function Outcome({ code }: { code: MovedDeal['code'] }) {
  const queries = new QueryClient()
  queries.setQueryData(['me'], { role: 'ops' })
  const deal = { id: 'deal', name: '壓機' }
  return (
    <QueryClientProvider client={queries}>
      <MovedDeals
        segment="segment"
        version={2}
        deals={[{ deal, from: 1, status: 'refused', code, details: {}, reason, seq: null }]}
      />
    </QueryClientProvider>
  )
}

it.each(domainErrorCodes)('in Chinese, why a deal cannot be or was not moved is said in Chinese: %s', (code) => {
  for (const shown of [
    <ImpactLines key="preview" impact={cannot(code)} names={[]} />,
    <Outcome key="result" code={code} />,
  ]) {
    const text = renderToStaticMarkup(shown).replace(/<[^>]*>/g, ' ')
    expect(text).toMatch(/\p{Script=Han}/u)
    expect(text).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/i)
  }
})
