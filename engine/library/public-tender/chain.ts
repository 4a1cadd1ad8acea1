import { type ChainDraft, days } from '../drawing.ts'

/** The purchaser's side, with the agency that runs the tender, the committee that judges the bids, and the supervisor. */
export const chain: ChainDraft = {
  layers: [
    { id: 'project-team', name: 'Purchaser’s project team' },
    // Five judge the bids; the bid that three of them place first is first.
    { id: 'evaluation-committee', name: 'Evaluation committee', rule: { kind: 'at-least', count: 3 } },
    { id: 'leadership', name: 'Purchaser’s leadership' },
    { id: 'supervision', name: 'Supervisory authority' },
  ],
  specialists: [
    { id: 'tender-agency', name: 'Tender agency', layer: 'leadership', usually: days(5) },
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
}
