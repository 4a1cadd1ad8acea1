import { describe, expect, it } from 'vitest'
import { type Funnel, usualFunnel } from '#engine'
import { aLead } from '../../tests/support/a-lead.ts'
import { asChange, asNew, draftOf } from './lead-draft.ts'

const funnel: Funnel = {
  ...usualFunnel,
  fields: [
    { id: 'seats', name: 'Seats', value: { kind: 'number' } },
    { id: 'city', name: 'City', value: { kind: 'text' } },
  ],
}
const lead = aLead({ account: 'Acme', tags: ['vip'], fields: { seats: 9, city: 'Tainan' }, revision: 4 })

describe('the form of a lead', () => {
  it('that changes nothing says nothing but what it was made of', () => {
    expect(asChange(lead, draftOf(lead, funnel), funnel, true)).toEqual({ revision: 4 })
  })

  it('says only what it changes, and takes away what was emptied', () => {
    const draft = { ...draftOf(lead, funnel), account: '', fields: { city: 'Kaohsiung' }, owner: 'rosa' }
    expect(asChange(lead, draft, funnel, true)).toEqual({
      revision: 4,
      account: '',
      fields: { seats: null, city: 'Kaohsiung' },
      ownerId: 'rosa',
    })
    expect(asChange(lead, draft, funnel, false)).not.toHaveProperty('ownerId')
  })

  it('leaves a lead that has become a deal where it stood', () => {
    const promoted = aLead({ deal: 'd1' })
    expect(asChange(promoted, { ...draftOf(promoted, funnel), stage: 'contacted' }, funnel, true)).toEqual({
      revision: 1,
    })
  })

  it('of a new lead begins at the first stage and says what was written', () => {
    const draft = {
      ...draftOf(undefined, funnel),
      name: 'Bees',
      key: ' b1 ',
      fields: { seats: undefined, city: 'Tainan' },
    }
    expect(asNew(draft, true)).toEqual({ name: 'Bees', key: 'b1', stage: 'new', tags: [], fields: { city: 'Tainan' } })
  })
})
