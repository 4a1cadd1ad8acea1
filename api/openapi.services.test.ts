import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type Person, type RunningApi, runningApi } from '../tests/support/running-api.ts'
import { routes } from './routes.ts'

let api: RunningApi
let document: Answer['body']
const people: Record<string, Person> = {}
const ids: Record<string, string> = {}

beforeAll(async () => {
  api = await runningApi()
  document = (await api.nobody.get('/openapi.json')).body
  const [admin, ops, manager, rep, legal] = await Promise.all([
    api.signedIn('admin'),
    api.signedIn('ops'),
    api.signedIn('manager'),
    api.signedIn('rep'),
    api.signedIn('resource-owner', ['legal']),
  ])
  Object.assign(people, { admin, ops, manager, rep, legal })
  ids.segment = api.segment
  const account = { account: 'Acme', name: 'Press line' }
  ids.deal = (await rep.post('/deals', { segmentId: api.segment, ...account })).body.id
  await rep.post(`/deals/${ids.deal}/objections`, { type: 'price', statement: 'Twice what we paid before' })
  await rep.post(`/deals/${ids.deal}/interactions`, {
    interaction: { kind: 'visit', at: '2026-03-02T09:00:00.000Z', note: 'Met all three', participants: ['Handler'] },
    observations: Object.entries({ 'element.inquiry': true, 'element.budget': 90000, 'attribute.amount': 90000 }).map(
      ([fact, value]) => ({ fact, value }),
    ),
  })
  ids.request = (await legal.get('/support-requests')).body.items[0].id
})
afterAll(() => api?.stop())

test('a long answer comes packed, and the live stream never does', async () => {
  const stop = new AbortController()
  const live = await people.manager?.stream('/live', stop.signal)
  stop.abort()
  expect(live?.headers.get('content-encoding')).toBe(null)
  expect((await api.nobody.get('/openapi.json')).headers.get('content-encoding')).toMatch(/br|gzip/)
})

test('the document is valid OpenAPI 3.1', async () => {
  expect(document.openapi).toBe('3.1.0')
  expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true })
})

test('the document lists every endpoint', () => {
  const listed = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(listed.sort()).toEqual(routes.map(({ method, path }) => `${method} /api/v1${path}`).sort())
})

test.each([
  ['admin', '/users', '/users'],
  ['rep', '/me', '/me'],
  ['rep', '/departments', '/departments'],
  ['legal', '/departments/{department}/availability', '/departments/legal/availability'],
  ['rep', '/segments', '/segments'],
  ['ops', '/segments/{segment}/model', '/segments/:segment/model'],
  ['ops', '/segments/{segment}/versions', '/segments/:segment/versions'],
  ['ops', '/segments/{segment}/versions/{number}', '/segments/:segment/versions/1'],
  ['manager', '/deals', '/deals?status=all&pageSize=10'],
  ['rep', '/deals/{deal}', '/deals/:deal'],
  ['rep', '/deals/{deal}/history', '/deals/:deal/history'],
  ['rep', '/owed', '/owed'],
  ['legal', '/support-requests', '/support-requests'],
  ['legal', '/deals/{deal}/support-requests/{id}', '/deals/:deal/support-requests/:request'],
  ['legal', '/notifications', '/notifications'],
])('what %s gets from %s is what the document says', async (person, path, at) => {
  const answer = await people[person]?.get(at.replace(/:(\w+)/g, (_, name) => ids[name] ?? ''))
  expect(answer?.status).toBe(200)
  expect(complaints(document.paths[`/api/v1${path}`].get.responses['200'].content, answer?.body)).toEqual([])
})

test('a refusal is what the document says', async () => {
  const answer = await people.rep?.get('/deals/none')
  expect(complaints(document.paths['/api/v1/deals/{deal}'].get.responses.default.content, answer?.body)).toEqual([])
})

test('the page to read the API needs nothing from elsewhere', async () => {
  const page = await (await fetch(`${api.url}/api/v1/docs`)).text()
  const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '')
  const answers = await Promise.all(sources.map((source) => fetch(new URL(source, api.url))))
  expect(sources).toHaveLength(4)
  expect(sources.every((source) => source.startsWith('/api/v1/docs/'))).toBe(true)
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
})

test('a drawing as the API gives it holds to the published JSON Schema of model files', async () => {
  const { body: schema } = await api.nobody.get('/schemas/process-model.json')
  const answer = await people.ops?.get(`/segments/${ids.segment}/model`)
  const validator = new Ajv2020({ strict: false, allErrors: true })
  formats.default(validator)
  expect([validator.validate(schema, answer?.body.model), validator.errors]).toEqual([true, null])
  expect(validator.validate(schema, { ...answer?.body.model, stages: 'none' })).toBe(false)
})

test('every problem’s type points to its sentence', async () => {
  const { body } = await api.nobody.get('/deals/none')
  const page = await (await fetch(new URL(body.type, api.url))).text()
  expect(page).toContain(`id="${body.code}"`)
})

test('an answer is kept by nobody between, and its page framed by nobody', async () => {
  const { headers } = await fetch(`${api.url}/api/v1/openapi.json`)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

/** What a JSON Schema validator has to say of an answer, by the schema of its media type in the document. */
function complaints(content: Record<string, { schema: object }>, answer: unknown) {
  const [type] = Object.values(content)
  const validator = new Ajv2020({ strict: false, allErrors: true })
  formats.default(validator)
  validator.addSchema({ $id: 'keynode', components: document.components })
  const schema = JSON.parse(JSON.stringify(type?.schema).replaceAll('"#/', '"keynode#/'))
  return validator.validate(schema, answer) ? [] : validator.errors
}
