import { aboveLimit, type ChainDraft, days, is, type ThresholdDraft } from '../drawing.ts'

/** From which amount on the law asks for a tender, by what is bought and since when. */
export const thresholds: ThresholdDraft[] = [
  lawful('works', 'Works', 2_000_000, 4_000_000),
  lawful('goods', 'Goods', 1_000_000, 2_000_000),
  lawful('services', 'Services', 500_000, 1_000_000),
]

function lawful(trade: string, name: string, until2018: number, since: number): ThresholdDraft {
  const values = [
    { from: '2000-05-01', amount: until2018 },
    { from: '2018-06-01', amount: since },
  ]
  return { id: `${trade}-limit`, name: `${name} that have to be tendered`, values }
}

/** A purchase that the law leaves to the purchaser is not reported to the supervisor. */
const isMandatory = {
  any: ['works', 'goods', 'services'].map((trade) => ({
    all: [is('attribute.trade', trade), aboveLimit('attribute.amount', `${trade}-limit`)],
  })),
}

/** The purchaser's side, with the agency that runs the tender, the committee that judges the bids, and the supervisor. */
export const chain: ChainDraft = {
  layers: [
    { id: 'project-team', name: 'Purchaser’s project team' },
    // Five judge the bids; the bid that three of them place first is first.
    {
      id: 'evaluation-committee',
      name: 'Evaluation committee',
      rule: { kind: 'at-least', count: 3 },
      usually: days(10),
      usuallyFrom: 'bid-deadline',
    },
    {
      id: 'leadership',
      name: 'Purchaser’s leadership',
      rule: { kind: 'in-turn' },
      usually: days(5),
      usuallyFrom: 'ranking',
    },
    {
      id: 'supervision',
      name: 'Supervisory authority',
      when: isMandatory,
      usually: days(15),
      usuallyFrom: 'winner-chosen',
    },
  ],
  specialists: [
    {
      id: 'tender-agency',
      name: 'Tender agency',
      layer: 'leadership',
      usually: days(5),
      usuallyFrom: 'winner-chosen',
    },
    { id: 'purchaser-finance', name: 'Purchaser’s finance department', layer: 'project-team', usually: days(5) },
  ],
  roles: [
    { id: 'project-lead', name: 'Project lead of the purchaser', kind: 'handler', layer: 'project-team' },
    { id: 'future-user', name: 'Future user', kind: 'user-buyer', layer: 'project-team' },
    {
      id: 'purchaser-delegate',
      name: 'Delegate of the purchaser',
      kind: 'user-buyer',
      layer: 'evaluation-committee',
    },
    {
      id: 'first-technician',
      name: 'First outside technical expert',
      kind: 'technical-buyer',
      layer: 'evaluation-committee',
    },
    {
      id: 'second-technician',
      name: 'Second outside technical expert',
      kind: 'technical-buyer',
      layer: 'evaluation-committee',
    },
    {
      id: 'third-technician',
      name: 'Third outside technical expert',
      kind: 'technical-buyer',
      layer: 'evaluation-committee',
    },
    { id: 'economist', name: 'Outside economic expert', kind: 'economic-buyer', layer: 'evaluation-committee' },
    {
      id: 'deputy-head',
      name: 'Deputy head in charge of the project',
      kind: 'economic-buyer',
      layer: 'leadership',
    },
    { id: 'purchaser-head', name: 'Head of the purchaser', kind: 'decider', layer: 'leadership' },
    { id: 'supervisor', name: 'Officer of the supervisory authority', kind: 'gatekeeper', layer: 'supervision' },
    { id: 'agency-officer', name: 'Officer of the tender agency', kind: 'gatekeeper', specialist: 'tender-agency' },
    { id: 'funds-officer', name: 'Officer for the funds', kind: 'economic-buyer', specialist: 'purchaser-finance' },
  ],
  styles: [
    {
      id: 'top-leader',
      name: 'Top-leader project',
      description: 'The head of the purchaser leads the project; the tender itself runs by the same rules.',
    },
    {
      id: 'commercial-procurement',
      name: 'Commercial procurement',
      description: 'The project team and the agency lead it by the book.',
    },
    {
      id: 'introduced',
      name: 'Introduced by an acquaintance',
      description: 'We learn of the project early through somebody we know; from the notice on everybody is equal.',
    },
  ],
  // Nobody with an interest of their own judges, and a committee that is short of members does not sign.
  policies: { emptyLayer: 'blocks', samePerson: 'signs-each', requester: 'does-not-count', absent: 'delegate-signs' },
}
