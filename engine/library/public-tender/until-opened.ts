import { atLeast, days, is, type StageDraft } from '../drawing.ts'
import { atApproval, atBidding, atDocuments, atNotice, atOpening, atQuestions, atSecondRound } from './support.ts'

const flag = { kind: 'flag' } as const
const date = { kind: 'date' } as const
const money = { kind: 'money' } as const
const bidders = { kind: 'number', unit: 'bidders' } as const
const choice = (options: string[]) => ({ kind: 'choice' as const, options })

/** From the approved project to the opened bids, with the second round where too few came. */
export const untilOpened: StageDraft[] = [
  {
    id: 'project-approved',
    name: 'Project approved and funded',
    description: 'A tender may start once the project is approved and its money is in place.',
    elements: [
      {
        id: 'approval',
        name: 'Project approval disclosed',
        value: flag,
        grade: 'written',
        from: ['project-lead', 'purchaser-head'],
      },
      { id: 'funds', name: 'Funds in place', value: money, grade: 'written', from: ['funds-officer', 'project-lead'] },
    ],
    commitments: [
      { id: 'funds-confirmed', name: 'Stands for the funds', role: 'funds-officer', required: false },
      { id: 'needs-it', name: 'Asks for the purchase', role: 'future-user', required: false },
      { id: 'plans-tender', name: 'Plans the tender', role: 'project-lead' },
    ],
    actions: [
      { id: 'visit-project-lead', name: 'Visit the project lead', brings: ['approval', 'plans-tender'], due: days(10) },
      { id: 'verify-funds', name: 'Ask for the source of the funds', brings: ['funds'], due: days(20) },
    ],
    support: atApproval,
  },
  {
    id: 'tender-announced',
    name: 'Tender announced',
    description: 'By a public notice, or by an invitation to at least three qualified bidders.',
    elements: [
      {
        id: 'procedure',
        name: 'Kind of tender announced',
        value: choice(['public notice', 'invitation']),
        grade: 'written',
        from: ['agency-officer', 'project-lead'],
      },
      {
        id: 'invited-bidders',
        name: 'Number of invited bidders disclosed',
        value: bidders,
        required: false,
        from: ['agency-officer', 'project-lead'],
      },
      {
        id: 'qualification',
        name: 'Qualification asked for',
        value: { kind: 'text' },
        grade: 'written',
        from: ['agency-officer'],
      },
    ],
    actions: [
      {
        id: 'watch-notices',
        name: 'Watch the notices and register',
        brings: ['procedure', 'qualification'],
        due: days(30),
      },
    ],
    support: atNotice,
    exit: { any: [is('element.procedure', 'public notice'), atLeast('element.invited-bidders', 3)] },
  },
  {
    id: 'documents-issued',
    name: 'Tender documents issued',
    elements: [
      {
        id: 'documents-issued',
        name: 'Day on which the documents were issued',
        value: date,
        grade: 'written',
        from: ['agency-officer'],
      },
      { id: 'bid-deadline', name: 'Bid deadline set', value: date, grade: 'written', from: ['agency-officer'] },
      { id: 'bid-bond', name: 'Bid bond asked for', value: money, from: ['agency-officer'] },
      { id: 'scoring', name: 'Way of scoring disclosed', value: { kind: 'text' }, from: ['agency-officer'] },
    ],
    actions: [
      {
        id: 'fetch-documents',
        name: 'Fetch the tender documents',
        brings: ['documents-issued', 'bid-deadline', 'bid-bond', 'scoring'],
        due: days(2),
      },
    ],
    support: atDocuments,
  },
  {
    id: 'questions-answered',
    name: 'Questions answered to all',
    description:
      'A clarification or a change of the documents goes in writing to everybody who has them, at least 15 days before the deadline.',
    elements: [
      {
        id: 'clarification',
        name: 'Clarification given',
        value: choice(['none needed', 'in writing to all', 'to some only']),
        from: ['agency-officer'],
      },
      {
        id: 'days-left-at-clarification',
        name: 'Days from the clarification to the deadline',
        value: { kind: 'number', unit: 'days' },
        required: false,
        from: ['agency-officer'],
      },
    ],
    actions: [{ id: 'ask-questions', name: 'Hand in our questions', brings: ['clarification'], due: days(4) }],
    support: atQuestions,
    exit: {
      any: [
        is('element.clarification', 'none needed'),
        {
          all: [is('element.clarification', 'in writing to all'), atLeast('element.days-left-at-clarification', 15)],
        },
      ],
    },
  },
  {
    id: 'bids-received',
    name: 'Bids received',
    description: 'The deadline has passed, at least 20 days after the documents were issued. A late bid is refused.',
    elements: [
      {
        id: 'our-bid',
        name: 'Receipt of our bid confirmed',
        value: choice(['received in time', 'refused as late']),
        grade: 'written',
        from: ['agency-officer'],
      },
    ],
    actions: [
      { id: 'hand-in-bid', name: 'Hand in the sealed bid and take a receipt', brings: ['our-bid'], due: days(18) },
    ],
    support: atBidding,
    exit: {
      all: [
        is('element.our-bid', 'received in time'),
        atLeast('days-since.element.documents-issued', 20),
        atLeast('days-since.element.bid-deadline', 0),
      ],
    },
  },
  {
    id: 'bids-opened',
    name: 'Bids opened in public',
    description:
      'At the moment of the deadline, before all bidders. With fewer than three bids the tender starts again.',
    elements: [
      {
        id: 'bids-counted',
        name: 'Number of bids read out',
        value: bidders,
        grade: 'written',
        from: ['agency-officer'],
      },
      { id: 'prices-read', name: 'Prices read out', value: { kind: 'text' }, from: ['agency-officer'] },
    ],
    actions: [
      { id: 'attend-opening', name: 'Attend the opening', brings: ['bids-counted', 'prices-read'], due: days(1) },
    ],
    support: atOpening,
  },
  {
    id: 'announced-again',
    name: 'Tender announced again',
    description: 'Too few bids came. The second round has its own documents, its own 20 days and its own count.',
    elements: [
      {
        id: 'second-issue',
        name: 'Day on which the documents were issued again',
        value: date,
        grade: 'written',
        from: ['agency-officer'],
      },
      { id: 'second-deadline', name: 'Second deadline set', value: date, grade: 'written', from: ['agency-officer'] },
      {
        id: 'second-count',
        name: 'Number of bids in the second round',
        value: bidders,
        grade: 'written',
        from: ['agency-officer'],
      },
    ],
    actions: [
      {
        id: 'bid-again',
        name: 'Hand in the bid for the second round',
        brings: ['second-issue', 'second-deadline', 'second-count'],
        due: days(30),
      },
    ],
    support: atSecondRound,
    exit: {
      all: [
        atLeast('days-since.element.second-issue', 20),
        atLeast('days-since.element.second-deadline', 0),
        atLeast('element.second-count', 3),
      ],
    },
  },
]
