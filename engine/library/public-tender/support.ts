import { above, atLeast, days, hours, is, isKnown, isUnknown, type TriggerDraft } from '../drawing.ts'

export const atApproval: TriggerDraft[] = [
  { id: 'need-shaped', name: 'Need and technology discussed before the notice', department: 'product', due: days(10) },
  {
    id: 'leader-met',
    name: 'Executive comes along to the head of the purchaser',
    department: 'management',
    when: is('style', 'top-leader'),
    due: days(10),
  },
]

export const atNotice: TriggerDraft[] = [
  {
    id: 'bid-decision',
    name: 'Decision whether to bid',
    department: 'management',
    due: days(2),
    blocks: true,
  },
  {
    id: 'certificates',
    name: 'Certificates for the qualification put together',
    department: 'bid-office',
    due: days(3),
  },
]

export const atDocuments: TriggerDraft[] = [
  { id: 'bid-plan', name: 'Plan for the bid written', department: 'bid-office', due: days(2) },
  { id: 'requirements-compared', name: 'Requirements compared with the product', department: 'product', due: days(4) },
  {
    id: 'contract-terms',
    name: 'Contract terms of the tender examined',
    department: 'legal',
    when: isKnown('element.documents-issued'),
    due: days(4),
  },
]

export const atQuestions: TriggerDraft[] = [
  {
    id: 'questions-written',
    name: 'Questions to the purchaser put in writing',
    department: 'bid-office',
    due: days(2),
  },
]

export const atBidding: TriggerDraft[] = [
  { id: 'bid-written', name: 'Bid written, signed and sealed', department: 'bid-office', due: days(12) },
  { id: 'technical-part', name: 'Technical part of the bid written', department: 'product', due: days(8) },
  { id: 'price-calculated', name: 'Bid price calculated', department: 'finance', due: days(8) },
  {
    id: 'bid-bond',
    name: 'Bid bond provided',
    department: 'finance',
    when: above('element.bid-bond', 0),
    due: days(5),
    blocks: true,
  },
  {
    id: 'last-days',
    name: 'Bid handed in: three days are left',
    department: 'bid-office',
    when: { all: [atLeast('days-since.element.bid-deadline', -3), isUnknown('element.our-bid')] },
    due: days(2),
  },
]

export const atOpening: TriggerDraft[] = [
  { id: 'opening-attended', name: 'Opening attended, prices written down', department: 'bid-office', due: hours(24) },
]

export const atSecondRound: TriggerDraft[] = [
  { id: 'second-bid', name: 'Bid for the second round written', department: 'bid-office', due: days(12) },
]

export const atEvaluation: TriggerDraft[] = [
  {
    id: 'committee-questions',
    name: 'Questions of the committee answered in writing',
    department: 'product',
    due: days(1),
  },
  {
    id: 'evaluation-slow',
    name: 'Evaluation has taken a month: validity of bid and bond examined',
    department: 'legal',
    late: days(30),
    due: days(2),
  },
]

export const atAward: TriggerDraft[] = [
  { id: 'award-terms', name: 'Contract put together from tender and bid', department: 'legal', due: days(5) },
]

export const atContract: TriggerDraft[] = [
  {
    id: 'contract-reminder',
    name: 'Reminder: the contract has to be signed within 30 days of the award notice',
    department: 'legal',
    when: atLeast('days-since.element.award-notice', 20),
    due: days(5),
  },
  {
    id: 'contract-overdue',
    name: 'The contract is not signed 30 days after the award notice',
    department: 'management',
    when: above('days-since.element.award-notice', 30),
    due: hours(24),
  },
  {
    id: 'performance-bond',
    name: 'Performance bond provided',
    department: 'finance',
    when: above('element.performance-bond', 0),
    due: days(10),
  },
]

export const atReport: TriggerDraft[] = [
  {
    id: 'report-reminder',
    name: 'Reminder: the result has to be reported within 15 days of the choice',
    department: 'bid-office',
    when: { all: [atLeast('days-since.element.winner-chosen', 12), isUnknown('element.supervisor-report')] },
    due: days(3),
  },
]

export const atLoss: TriggerDraft[] = [
  { id: 'loss-review', name: 'Bid compared with the winner’s', department: 'bid-office', due: days(10) },
  {
    id: 'complaint-examined',
    name: 'Complaint examined',
    department: 'legal',
    when: is('element.tender-outcome', 'refused as late'),
    due: days(2),
  },
]
