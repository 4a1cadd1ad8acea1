import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyModel } from '#engine'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let ops: Person
beforeAll(async () => {
  api = await runningApi()
  ops = await api.signedIn('ops')
})
afterAll(() => api?.stop(), 60_000)

it('a segment that is to start from two drawings at once is refused, and none is made', async () => {
  const base = (await ops.post('/base-models', { name: 'Common ground' })).body.id
  const [template, model] = ['small-purchase', emptyModel('From a file')]
  for (const sources of [
    { template, model },
    { template, base },
    { base, model },
    { template, base, model },
  ]) {
    const { status, body } = await ops.post('/segments', { name: 'Torn', ...sources })
    expect([status, body.code]).toEqual([400, 'REQUEST_INVALID'])
    expect(JSON.stringify(body)).toContain('start from one of template, base and model')
  }
  const { items } = (await ops.get('/segments')).body
  expect(items.map(({ name }: { name: string }) => name)).not.toContain('Torn')
})
