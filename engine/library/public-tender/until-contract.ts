import { atLeast, days, is, type StageDraft } from '../drawing.ts'
import { atAward, atContract, atEvaluation, atLoss, atReport } from './support.ts'

const date = { kind: 'date' } as const
const choice = (options: string[]) => ({ kind: 'choice' as const, options })

/** An odd number of five or more, two thirds of them from outside. */
const committeeAsTheLawAsks = {
  any: [
    [5, 4],
    [7, 5],
    [9, 6],
    [11, 8],
    [13, 9],
  ].map(([size = 0, outside = 0]) => ({
    all: [is('element.committee-size', size), atLeast('element.outside-experts', outside)],
  })),
}

const firstPlaceFrom = (role: string, member: string) => ({
  id: `first-place-${role}`,
  name: `Places our bid first: ${member}`,
  role,
  required: false,
})

/** From the opened bids to the contract in force, and the way out. */
export const untilContract: StageDraft[] = [
  {
    id: 'bids-evaluated',
    name: 'Bids evaluated',
    description:
      'By a committee of an odd number of members, five or more, two thirds of them outside experts. Its names are secret until the result is out, and nobody negotiates before the award.',
    elements: [
      {
        id: 'committee-size',
        name: 'Size of the committee disclosed',
        value: { kind: 'number', unit: 'members' },
        from: ['agency-officer'],
      },
      {
        id: 'outside-experts',
        name: 'Number of outside experts disclosed',
        value: { kind: 'number', unit: 'members' },
        from: ['agency-officer'],
      },
      {
        id: 'ranking',
        name: 'Ranking published',
        value: choice(['our bid first', 'another bid first', 'all bids rejected']),
        grade: 'written',
        from: ['agency-officer', 'project-lead'],
      },
    ],
    commitments: [
      firstPlaceFrom('purchaser-delegate', 'delegate of the purchaser'),
      firstPlaceFrom('first-technician', 'first technical expert'),
      firstPlaceFrom('second-technician', 'second technical expert'),
      firstPlaceFrom('third-technician', 'third technical expert'),
      firstPlaceFrom('economist', 'economic expert'),
    ],
    actions: [
      {
        id: 'read-ranking',
        name: 'Read the published ranking and check the committee',
        brings: ['committee-size', 'outside-experts', 'ranking'],
        due: days(20),
      },
    ],
    support: atEvaluation,
    // What the members say one by one counts as much as the report that all of them signed.
    exit: {
      all: [
        is('element.ranking', 'our bid first'),
        committeeAsTheLawAsks,
        { any: [is('layer.evaluation-committee', true), atLeast('grade.element.ranking', 3)] },
      ],
    },
  },
  {
    id: 'award-notified',
    name: 'Award notified',
    description: 'The winner gets the award notice, and everybody else the result at the same time.',
    elements: [
      {
        id: 'winner-chosen',
        name: 'Day on which the winner was chosen',
        value: date,
        grade: 'written',
        from: ['project-lead', 'agency-officer'],
      },
      { id: 'award-notice', name: 'Day of the award notice', value: date, grade: 'written', from: ['agency-officer'] },
    ],
    commitments: [
      {
        id: 'agrees-to-award',
        name: 'Agrees to the award to us',
        role: 'deputy-head',
        required: false,
        grade: 'written',
      },
      { id: 'awards-to-us', name: 'Awards the contract to us', role: 'purchaser-head', grade: 'written' },
      { id: 'confirms-result', name: 'Tells all bidders the result', role: 'agency-officer' },
    ],
    actions: [
      {
        id: 'fetch-award',
        name: 'Fetch the award notice',
        brings: ['winner-chosen', 'award-notice', 'agrees-to-award', 'awards-to-us', 'confirms-result'],
        due: days(5),
      },
    ],
    support: atAward,
    exit: is('layer.leadership', true),
  },
  {
    id: 'contract-signed',
    name: 'Contract signed',
    description: 'In writing, within 30 days of the award notice, with nothing that departs from tender and bid.',
    elements: [
      {
        id: 'contract',
        name: 'Written contract signed by both',
        value: { kind: 'flag' },
        grade: 'signed',
        from: ['purchaser-head', 'project-lead'],
      },
      {
        id: 'performance-bond',
        name: 'Performance bond asked for',
        value: { kind: 'money' },
        required: false,
        from: ['project-lead', 'agency-officer'],
      },
    ],
    actions: [{ id: 'sign-contract', name: 'Have the contract signed', brings: ['contract'], due: days(25) }],
    support: atContract,
  },
  {
    id: 'result-reported',
    name: 'Result reported to the supervisor',
    description:
      'Where the law asks for the tender, the purchaser reports in writing within 15 days of choosing the winner.',
    elements: [
      {
        id: 'supervisor-report',
        name: 'Day of the report to the supervisor',
        value: date,
        required: false,
        from: ['project-lead', 'agency-officer', 'supervisor'],
      },
    ],
    commitments: [{ id: 'files-report', name: 'Takes the report on file', role: 'supervisor', required: false }],
    actions: [
      {
        id: 'ask-for-report',
        name: 'Ask whether the result has been reported',
        brings: ['supervisor-report', 'files-report'],
        due: days(15),
      },
    ],
    support: atReport,
    exit: is('layer.supervision', true),
  },
  {
    id: 'contract-in-force',
    name: 'Delivery called',
    description: 'Signed and reported: the purchaser calls for delivery.',
    join: 'all',
    end: 'won',
    elements: [
      { id: 'delivery-called', name: 'First delivery called', value: date, grade: 'written', from: ['project-lead'] },
    ],
    actions: [{ id: 'hand-over', name: 'Hand over to delivery', brings: ['delivery-called'], due: days(10) }],
  },
  {
    id: 'awarded-elsewhere',
    name: 'Tender decided otherwise',
    description: 'Another bid came first, all bids were rejected, or ours came too late.',
    end: 'lost',
    elements: [
      {
        id: 'tender-outcome',
        name: 'Outcome against us told',
        value: choice(['another bid first', 'all bids rejected', 'refused as late']),
        from: ['agency-officer', 'project-lead'],
      },
      {
        id: 'scores',
        name: 'Scores of the bids told',
        value: { kind: 'text' },
        required: false,
        from: ['agency-officer', 'project-lead'],
      },
    ],
    actions: [{ id: 'ask-for-scores', name: 'Ask what decided it', brings: ['tender-outcome'], due: days(10) }],
    support: atLoss,
  },
]
