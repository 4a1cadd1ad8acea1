import { expect, it } from 'vitest'
import { newUserSchema } from '../../api/people/contract.ts'
import { madePassword } from './made-password.ts'

it('a made password is accepted, can be read aloud, and does not come twice', () => {
  const made = Array.from({ length: 200 }, madePassword)

  expect(made.every((password) => newUserSchema.shape.password.safeParse(password).success)).toBe(true)
  expect(made.every((password) => /^[^0O1lI5SB8]+$/.test(password))).toBe(true)
  expect(new Set(made).size).toBe(made.length)
})
