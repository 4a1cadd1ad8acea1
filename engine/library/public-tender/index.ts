import type { ProcessModelDraft } from '../../model/process-model.ts'
import { atLeast, below, grid, is, isOneOf, pressed, type TransitionDraft } from '../drawing.ts'
import { chain, thresholds } from './chain.ts'
import { objectionTypes } from './objections.ts'
import { untilContract } from './until-contract.ts'
import { untilOpened } from './until-opened.ts'

const path = (from: string, to: string): TransitionDraft => ({ id: `${from}-to-${to}`, from, to })

/** How a public purchaser buys by tender, with the waiting periods and counts of a tendering law. */
export const publicTender: ProcessModelDraft = {
  formatVersion: 1,
  name: 'Purchase by public tender',
  description:
    'How a public purchaser buys by tender: approval and funds, notice, documents, at least 20 days for bids, at least three bidders or a second round, a committee’s ranking, award notice, a contract within 30 days and a report within 15. Periods are calendar days.',
  currency: 'CNY',
  attributes: [
    { id: 'amount', name: 'Expected contract value', value: { kind: 'money' } },
    { id: 'region', name: 'Region', value: { kind: 'text' } },
    { id: 'trade', name: 'Kind of purchase', value: { kind: 'choice', options: ['goods', 'works', 'services'] } },
    { id: 'price-ceiling', name: 'Price ceiling', value: { kind: 'money' } },
  ],
  stages: pressed([...untilOpened, ...untilContract]),
  transitions: [
    path('project-approved', 'tender-announced'),
    path('tender-announced', 'documents-issued'),
    path('documents-issued', 'questions-answered'),
    path('questions-answered', 'bids-received'),
    path('bids-received', 'bids-opened'),
    { ...path('bids-opened', 'bids-evaluated'), condition: atLeast('element.bids-counted', 3) },
    { ...path('bids-opened', 'announced-again'), condition: below('element.bids-counted', 3) },
    path('announced-again', 'bids-evaluated'),
    path('bids-evaluated', 'award-notified'),
    path('award-notified', 'contract-signed'),
    path('award-notified', 'result-reported'),
    path('contract-signed', 'contract-in-force'),
    path('result-reported', 'contract-in-force'),
    {
      ...path('questions-answered', 'awarded-elsewhere'),
      condition: {
        any: [
          is('element.our-bid', 'refused as late'),
          isOneOf('element.ranking', ['another bid first', 'all bids rejected']),
        ],
      },
    },
  ],
  chain,
  thresholds,
  departments: [
    { id: 'bid-office', name: 'Bid office' },
    { id: 'product', name: 'Product' },
    { id: 'finance', name: 'Finance' },
    { id: 'legal', name: 'Legal' },
    { id: 'management', name: 'Sales management' },
  ],
  objectionTypes,
  layout: grid({
    'project-approved': [0, 0],
    'tender-announced': [1, 0],
    'documents-issued': [2, 0],
    'questions-answered': [3, 0],
    'bids-received': [4, 0],
    'awarded-elsewhere': [4, 1],
    'bids-opened': [5, 0],
    'announced-again': [6, 1],
    'bids-evaluated': [7, 0],
    'award-notified': [8, 0],
    'contract-signed': [9, 0],
    'result-reported': [9, 1],
    'contract-in-force': [10, 0],
  }),
}
