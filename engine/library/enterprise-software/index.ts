import type { ProcessModelDraft } from '../../model/process-model.ts'
import { grid, isOneOf, pressed, type TransitionDraft } from '../drawing.ts'
import { decision, decisions } from './answers.ts'
import { attributes } from './attributes.ts'
import { chain, thresholds } from './chain.ts'
import { objectionTypes } from './objections.ts'
import { untilChosen } from './until-chosen.ts'
import { untilSigned } from './until-signed.ts'

const path = (from: string, to: string): TransitionDraft => ({ id: `${from}-to-${to}`, from, to })

/** How an enterprise buys software from a vendor: eleven stages, reviews side by side, sign-off by amount. */
export const enterpriseSoftware: ProcessModelDraft = {
  formatVersion: 1,
  name: 'Enterprise software purchase',
  description:
    'How an enterprise buys software or software services: from the first sign of interest through trial, choice and terms to a contract that every layer has signed off. Amounts are per year.',
  currency: 'USD',
  attributes,
  stages: pressed([...untilChosen, ...untilSigned]),
  transitions: [
    path('interest-shown', 'problem-disclosed'),
    path('problem-disclosed', 'requirements-shared'),
    path('requirements-shared', 'solution-accepted'),
    path('solution-accepted', 'proposal-accepted'),
    path('proposal-accepted', 'vendor-chosen'),
    path('vendor-chosen', 'terms-agreed'),
    path('vendor-chosen', 'departments-cleared'),
    path('terms-agreed', 'signed-off'),
    path('departments-cleared', 'signed-off'),
    path('signed-off', 'contract-signed'),
    {
      ...path('interest-shown', 'chose-otherwise'),
      condition: isOneOf(decision, [decisions.rival, decisions.inHouse, decisions.later]),
    },
  ],
  chain,
  thresholds,
  departments: [
    { id: 'deal-desk', name: 'Deal desk' },
    { id: 'legal', name: 'Legal' },
    { id: 'finance', name: 'Finance' },
    { id: 'solution-architects', name: 'Solution architects' },
    { id: 'security', name: 'Security' },
    { id: 'marketing', name: 'Marketing' },
    { id: 'customer-success', name: 'Customer success' },
    { id: 'management', name: 'Sales management' },
  ],
  objectionTypes,
  layout: grid({
    'interest-shown': [0, 0],
    'problem-disclosed': [1, 0],
    'requirements-shared': [2, 0],
    'solution-accepted': [3, 0],
    'proposal-accepted': [4, 0],
    'vendor-chosen': [5, 0],
    'terms-agreed': [6, 0],
    'departments-cleared': [6, 1],
    'signed-off': [7, 0],
    'contract-signed': [8, 0],
    'chose-otherwise': [1, 1],
  }),
}
