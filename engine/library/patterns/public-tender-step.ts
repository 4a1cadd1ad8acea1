import type { Position } from '../../model/note.ts'
import type { ProcessModel } from '../../model/process-model.ts'
import type { Stage } from '../../model/stage.ts'
import { atLeast, days, is, type StageDraft } from '../drawing.ts'
import { called, decidingStage, drawn, freshId, freshName, withInChain } from './sketch.ts'

const step = 'Public tender decided'
const office = 'Customer’s tender office'
const officer = 'Officer of the tender office'

/** A tender stands before the decision: who decides does so on its ranking, and the tender office signs beside the top. */
export function publicTenderStep(model: ProcessModel): ProcessModel {
  const deciding = decidingStage(model)
  if (!deciding || called(model.stages, step)) return model
  const staffed = withOffice(model)
  const tender = tenderStage(staffed, called(staffed.chain.roles, officer)?.id ?? '', deciding)
  const onward = {
    id: freshId(staffed, `${tender.id}-to-${deciding.id}`.slice(0, 60)),
    from: tender.id,
    to: deciding.id,
  }
  return drawn({
    ...staffed,
    stages: staffed.stages.flatMap((one): StageDraft[] =>
      one.id === deciding.id ? [tender, { ...one, join: 'any' }] : [one],
    ),
    transitions: [
      ...staffed.transitions.map((one) => (one.to === deciding.id ? { ...one, to: tender.id } : one)),
      onward,
    ],
    layout: { ...staffed.layout, ...freePlace(staffed, tender.id, deciding.id) },
  })
}

function withOffice(model: ProcessModel): ProcessModel {
  const { layers, roles } = model.chain
  const top = layers.at(-1)
  if (called(roles, officer)) return model
  const [specialist, role] = [freshId(model, 'tender-office'), freshId(model, 'tender-officer')]
  return withInChain(model, {
    specialists: top ? [{ id: specialist, name: office, layer: top.id, usually: days(20) }] : [],
    roles: [{ id: role, name: officer, kind: 'gatekeeper', ...(top && { specialist }) }],
  })
}

function tenderStage(model: ProcessModel, role: string, { join }: Stage): StageDraft & { id: string } {
  const [notice, deadline, bids, ranking] = ['tender-notice', 'tender-deadline', 'bids-opened', 'tender-ranking'].map(
    (id) => freshId(model, id),
  ) as [string, string, string, string]
  const result = freshId(model, 'confirms-tender-result')
  const name = (wanted: string) => freshName(model, wanted)
  const date = { kind: 'date' } as const
  const told = { grade: 'written' as const, from: [role] }
  return {
    id: freshId(model, 'tender-decided'),
    name: step,
    description: 'Notice, bids and ranking are public; a late bid is refused.',
    join,
    elements: [
      { id: notice, name: name('Day of the tender notice'), value: date, ...told },
      { id: deadline, name: name('Day until which bids are taken'), value: date, ...told },
      { id: bids, name: name('Number of bids opened'), value: { kind: 'number', unit: 'bids' }, ...told },
      {
        id: ranking,
        name: name('Rank of our bid'),
        value: { kind: 'choice', options: ['first', 'not first', 'all bids rejected'] },
        ...told,
      },
    ],
    commitments: [{ id: result, name: name('Confirms the result of the tender'), role, grade: 'written' }],
    actions: [
      {
        id: freshId(model, 'hand-in-tender-bid'),
        name: 'Hand in the bid in time',
        brings: [notice, deadline],
        due: days(20),
      },
      {
        id: freshId(model, 'attend-tender-opening'),
        name: 'Attend the opening and take the ranking along',
        brings: [bids, ranking, result],
        due: days(30),
      },
    ],
    exit: { all: [atLeast(`days-since.element.${deadline}`, 0), is(`element.${ranking}`, 'first')] },
  }
}

/** Beneath the stage that it stands before, in the first row that is free. */
function freePlace({ layout }: ProcessModel, id: string, before: string): Record<string, Position> {
  const beside = layout[before]
  if (!beside) return {}
  const cards = Object.values(layout)
  const covers = (place: Position) =>
    cards.some((card) => Math.abs(card.x - place.x) < 340 && Math.abs(card.y - place.y) < 320)
  let place = beside
  while (covers(place)) place = { ...place, y: place.y + 320 }
  return { [id]: place }
}
