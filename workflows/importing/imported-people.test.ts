import { expect, it } from 'vitest'
import { z } from 'zod'
import { importedEmail } from './imported-people.ts'

it('the same person has the same address, whatever the case and the spaces', () => {
  expect(importedEmail('Ida Holm')).toBe('ida.holm@imported.invalid')
  expect(importedEmail('  IDA   holm ')).toBe('ida.holm@imported.invalid')
})

it('people whose names differ have different addresses', () => {
  const names = [
    'Jo Ann Li',
    'Jo-Ann Li',
    'Joann Li',
    'José Díaz',
    'Jose Diaz',
    '王小明',
    '王大明',
    'O’Brien',
    'OBrien',
    '-',
  ]
  const long = ['a'.repeat(80), `${'a'.repeat(79)}b`]
  const emails = [...names, ...long].map(importedEmail)
  expect(new Set(emails).size).toBe(emails.length)
  for (const email of emails) expect(z.email().safeParse(email).success, email).toBe(true)
})
