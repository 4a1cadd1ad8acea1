import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { breakableLink, type Link } from '../tests/support/breakable-link.ts'
import { type Person, password, type RunningApi, runningApi, signIn } from '../tests/support/running-api.ts'

let toDatabase: Link
let toTemporal: Link
let api: RunningApi
let rep: Person
beforeAll(async () => {
  toDatabase = await breakableLink(Number(new URL(inject('postgresUrl')).port))
  toTemporal = await breakableLink(Number(inject('temporalAddress').split(':')[1]))
  api = await runningApi({
    temporalAddress: `127.0.0.1:${toTemporal.port}`,
    through: (url) => Object.assign(new URL(url), { port: String(toDatabase.port) }).href,
  })
  rep = await api.signedIn('rep')
})
afterEach(() => {
  toDatabase.mend()
  toTemporal.mend()
})
afterAll(async () => {
  await api?.stop()
  toDatabase?.close()
  toTemporal?.close()
})

const aVisit = { interaction: { kind: 'visit', at: '2026-03-02T09:00:00.000Z' } }
const open = (name: string) => rep.post('/deals', { segmentId: api.segment, name }, name)
const unavailable = [503, 'SERVICE_UNAVAILABLE', '3']

/** Asks again until it is no longer 503, as a caller does who was told to. */
async function untilBack(ask: () => ReturnType<Person['get']>) {
  for (;;) {
    const answer = await ask()
    if (answer.status !== 503) return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

test('while the database is out of reach every answer is a 503 that says when to ask again, and then all goes on', async () => {
  const deal = (await open(randomUUID())).body.id
  toDatabase.cut()
  const answers = await Promise.all([
    rep.get('/deals'),
    rep.get(`/deals/${deal}`),
    rep.post(`/deals/${deal}/interactions`, aVisit),
    api.nobody.get('/health'),
  ])
  expect(answers.map(({ status, body, headers }) => [status, body.code, headers.get('retry-after')])).toEqual(
    answers.map(() => unavailable),
  )
  toDatabase.mend()
  expect((await untilBack(() => rep.get(`/deals/${deal}`))).body.state).toMatchObject({ seq: 1, effort: 0 })
})

test('a database that is out of reach is not taken for a wrong password', async () => {
  toDatabase.cut()
  expect((await signIn(api.url, 'somebody@example.com', password)).status).toBe(503)
})

test('while Temporal is out of reach reads go on, changes are a 503, and asked again with the same key count once', async () => {
  const deal = (await open(randomUUID())).body.id
  toTemporal.cut()
  const change = () => rep.post(`/deals/${deal}/interactions`, aVisit, `visit ${deal}`)
  const refused = await change()
  expect(refused.status).toBe(503)
  expect((await rep.get(`/deals/${deal}`)).body.state.seq).toBe(1)
  toTemporal.mend()
  expect((await untilBack(change)).body).toEqual({ seq: 2 })
  expect((await change()).body).toEqual({ seq: 2 })
  expect((await rep.get(`/deals/${deal}`)).body.state.effort).toBe(1)
})

test('a deal whose opening was cut off is seen by nobody until it is opened with the same key, once', async () => {
  const name = randomUUID()
  toTemporal.cut()
  expect((await open(name)).status).toBe(503)
  expect((await rep.get(`/deals?search=${name}`)).body.items).toEqual([])
  toTemporal.mend()
  const { id } = (await untilBack(() => open(name))).body
  expect((await rep.get(`/deals?search=${name}`)).body.items).toMatchObject([{ id, seq: 1 }])
})
