import { expect, it } from 'vitest'
import { asRequest } from './support-draft.ts'

const said = { name: ' Terms ', details: ' Page 12 ', due: '2026-12-01T09:00:00.000Z' }
const file = { id: 'f1', name: 'terms.pdf', size: 9, sha256: 'a'.repeat(64) }

it('a department is asked by its id, with what it has to know, until when, and the files by theirs', () => {
  expect(asRequest({ ...said, wish: 'department', department: 'legal' }, [file])).toEqual({
    name: 'Terms',
    details: 'Page 12',
    due: said.due,
    files: ['f1'],
    of: { kind: 'department', department: 'legal' },
  })
})

it('company on a visit is asked of a manager; the visit itself says when, and what was typed for another wish is left out', () => {
  const visit = { visitAt: '2026-12-02T09:00:00.000Z', meet: ' The board ' }
  const draft = { ...said, ...visit, wish: 'company' as const, manager: 'tom', department: 'legal' }
  expect(asRequest(draft, [])).toEqual({
    name: 'Terms',
    details: 'Page 12',
    of: { kind: 'manager', manager: 'tom', visit: { at: visit.visitAt, meet: 'The board' } },
  })
  const { of } = asRequest({ ...draft, wish: 'manager' }, [])
  expect(of).toEqual({ kind: 'manager', manager: 'tom' })
})
