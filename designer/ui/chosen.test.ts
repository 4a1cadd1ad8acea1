import { expect, it } from 'vitest'
import { aLead } from '../../tests/support/a-lead.ts'
import { chosenAfter, countOf } from './chosen.ts'

const idOf = ({ id }: { id: string }): string => id
const [ant, bee, crow] = [aLead({ id: 'ant' }), aLead({ id: 'bee' }), aLead({ id: 'crow' })]

it('what was chosen on one page stays chosen while another is ticked', () => {
  expect(chosenAfter([ant], [bee, crow], [bee], true, idOf)).toEqual([ant, bee])
  expect(chosenAfter([ant, bee, crow], [bee, crow], [bee, crow], false, idOf)).toEqual([ant])
})

it('of all that a filter finds, one that is unticked leaves the others of its page', () => {
  expect(countOf('all', 4000)).toBe(4000)
  expect(chosenAfter('all', [ant, bee], [ant], false, idOf)).toEqual([bee])
})
