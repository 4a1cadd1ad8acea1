import { expect, it } from 'vitest'
import { usualFunnel } from '#engine'
import { emptyList } from './empty-list.ts'

it('an empty list has a column for all that is kept of a lead, by a name that a spreadsheet takes as it is', () => {
  const names = ['Seats', '城市', 'owner', 'Budget, in thousands', '=1+1']
  const fields = names.map((name, n) => ({ id: `field-${n}`, name, value: { kind: 'text' as const } }))
  expect(emptyList({ ...usualFunnel, fields })).toBe(
    '\ufeffkey,name,account,contact,source,stage,tags,owner,Seats,城市,field-2,field-3,field-4\r\n',
  )
})
