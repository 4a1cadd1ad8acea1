import { expect, it } from 'vitest'
import { readImportOptions } from './import-options.ts'

const read = (line: string) => readImportOptions(line.split(' '), '/home/ida')

it('paths count from where the command was typed', () => {
  expect(read('deals --segment Mills --map maps/a.json --report /tmp/r.csv')).toEqual({
    file: '/home/ida/deals',
    segment: 'Mills',
    source: 'crm',
    dryRun: false,
    map: '/home/ida/maps/a.json',
    report: '/tmp/r.csv',
  })
})

it('help is nothing to be done', () => {
  expect(read('--help')).toBeUndefined()
})

it.each([
  ['deals', /--segment/],
  ['--segment Mills', /which file/],
  ['deals more --segment Mills', /“more” is one too many/],
  ['deals --segmant Mills', /--segmant/],
  ['deals --segment Mills --source Our_CRM', /“Our_CRM”/],
])('“%s” is refused with what is wrong and how it is used', (line, says) => {
  expect(() => read(line)).toThrow(says)
  expect(() => read(line)).toThrow(/npm run import -- FILE --segment NAME/)
})
