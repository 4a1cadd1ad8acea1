import { days, type ObjectionTypeDraft } from '../drawing.ts'

export const objectionTypes: ObjectionTypeDraft[] = [
  {
    id: 'qualification',
    name: 'Qualification doubted',
    blocks: true,
    strategy: 'exclude',
    due: days(3),
    playbook: [
      'Find the paragraph of the documents that it rests on',
      'Send the certificate, or one that is worth as much',
      'Ask for a clarification to all bidders where the wording is open',
    ],
    support: [
      { id: 'qualification-proof', name: 'Proof of the qualification found', department: 'bid-office', due: days(1) },
    ],
  },
  {
    id: 'one-sided-scoring',
    name: 'Scoring favours another bidder',
    strategy: 'cross',
    due: days(5),
    playbook: [
      'Count what we lose by it before asking anything',
      'Ask in writing, early enough for a clarification',
      'Bid for the points that are open to everybody',
    ],
    support: [
      { id: 'scoring-question', name: 'Question on the scoring worded', department: 'legal', due: days(2) },
      { id: 'scoring-simulated', name: 'Points of the bidders estimated', department: 'bid-office', due: days(2) },
    ],
  },
  {
    id: 'above-ceiling',
    name: 'Above the price ceiling',
    blocks: true,
    strategy: 'optimise',
    due: days(5),
    playbook: [
      'Compare the ceiling with what the documents ask for',
      'Leave out what is not asked for',
      'Decide early whether to bid at all',
    ],
    support: [{ id: 'ceiling-price', name: 'Price below the ceiling calculated', department: 'finance', due: days(3) }],
  },
]
