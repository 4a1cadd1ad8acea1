import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import { keepForgetting } from '../forget-old.ts'

let api: RunningApi
let rep: Person
let ann: Person
beforeAll(async () => {
  api = await runningApi()
  rep = await api.signedIn('rep')
  ann = await api.signedIn('resource-owner', ['legal'])
})
afterAll(() => api?.stop())

let deal: string
beforeEach(async () => {
  const opened = await rep.post('/deals', { segmentId: api.segment, name: `Press line ${randomUUID()}` })
  deal = `/deals/${opened.body.id}`
})

const pdf = (length = 40_000) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length)])
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const visit = { kind: 'visit', at: new Date().toISOString() }
const askLegal = () =>
  rep.post(`${deal}/support-requests`, { name: 'Terms', of: { kind: 'department', department: 'legal' } })
const requestPath = async () => {
  const { items } = (await ann.get('/support-requests?pageSize=200')).body
  const { id } = items.find((one: { dealId: string }) => deal.endsWith(one.dealId))
  return `${deal}/support-requests/${id}`
}

test('a file is evidence: it comes back byte for byte, to be saved and never shown as a page', async () => {
  const content = pdf(1_500_000)
  const kept = await rep.upload(`${deal}/files`, '預算 2026.pdf', content)
  expect(kept).toMatchObject({
    status: 201,
    body: { name: '預算 2026.pdf', size: content.length, sha256: sha256(content) },
  })
  const files = [kept.body.id]
  const observations = [{ fact: 'element.inquiry', value: true, grade: 'written', files }]
  expect((await rep.post(`${deal}/interactions`, { interaction: { ...visit, files }, observations })).status).toBe(201)

  const { state } = (await rep.get(deal)).body
  expect(Object.values(state.observations)).toMatchObject([{ files: [kept.body] }])
  expect(Object.values(state.interactions)).toMatchObject([{ files: [kept.body] }])
  const { status, headers, bytes } = await rep.download(`${deal}/files/${kept.body.id}`)
  expect([status, sha256(bytes)]).toEqual([200, sha256(content)])
  expect(headers.get('content-type')).toBe('application/pdf')
  expect(headers.get('content-disposition')).toContain(
    'attachment; filename="?? 2026.pdf"; filename*=UTF-8\'\'%E9%A0%90',
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain('sandbox')
})

test('a file is for who works with its deal; a department sees what its request shows, and no more', async () => {
  const evidence = (await rep.upload(`${deal}/files`, 'terms.pdf', pdf())).body.id
  await rep.post(`${deal}/interactions`, {
    interaction: visit,
    observations: [{ fact: 'element.inquiry', value: true, files: [evidence] }],
  })
  const stranger = await api.signedIn('rep')
  for (const person of [stranger, ann])
    expect((await person.get(`${deal}/files/${evidence}`)).body.code).toBe('FILE_NOT_FOUND')
  expect((await stranger.upload(`${deal}/files`, 'a.pdf', pdf())).body.code).toBe('DEAL_NOT_FOUND')

  await askLegal()
  expect((await ann.download(`${deal}/files/${evidence}`)).status).toBe(200)
  const unused = (await rep.upload(`${deal}/files`, 'private.pdf', pdf())).body.id
  expect((await ann.get(`${deal}/files/${unused}`)).body.code).toBe('FILE_NOT_FOUND')
})

test('a department answers with files, which the seller can save', async () => {
  await askLegal()
  const request = await requestPath()
  const opinion = (await ann.upload(`${deal}/files`, 'opinion.docx.txt', 'Strike page 12')).body
  expect((await ann.post(`${request}/answer`, { verdict: 'answered', files: [opinion.id] })).status).toBe(201)
  const { state } = (await rep.get(deal)).body
  expect(Object.values(state.supportRequests)).toMatchObject([{ files: [opinion] }])
  const saved = await rep.download(`${deal}/files/${opinion.id}`)
  expect(new TextDecoder().decode(saved.bytes)).toBe('Strike page 12')
})

test('a step names files that its sender brought to that deal, nobody else’s', async () => {
  await askLegal()
  const theirs = (await ann.upload(`${deal}/files`, 'draft.pdf', pdf())).body.id
  const other = (await rep.post('/deals', { segmentId: api.segment, name: randomUUID() })).body.id
  const elsewhere = (await rep.upload(`/deals/${other}/files`, 'a.pdf', pdf())).body.id
  for (const file of [theirs, elsewhere, 'none'])
    expect((await rep.post(`${deal}/interactions`, { interaction: { ...visit, files: [file] } })).body.code).toBe(
      'FILE_NOT_FOUND',
    )
})

test('what a file is follows from its content; its name cannot hide it', async () => {
  const name = async (given: string, content: BlobPart) => (await rep.upload(`${deal}/files`, given, content)).body.name
  expect(await name('../../etc/offer.exe', pdf())).toBe('offer.exe.pdf')
  expect(await name('page.html', '<script>alert(1)</script>')).toBe('page.html.txt')
  expect(await name('lo\u202efdp.txt', 'plain')).toBe('lofdp.txt')
  const program = Buffer.concat([Buffer.from('MZ'), randomBytes(200)])
  expect((await rep.upload(`${deal}/files`, 'offer.pdf', program)).body.code).toBe('FILE_TYPE_REFUSED')
})

test('a file that is too large, empty, or sent as another site’s form could send it is refused', async () => {
  const tooLarge = await rep.upload(`${deal}/files`, 'film.pdf', pdf(20 * 1024 * 1024))
  expect([tooLarge.status, tooLarge.body.code]).toEqual([413, 'REQUEST_TOO_LARGE'])
  expect((await rep.upload(`${deal}/files`, 'empty.pdf', '')).body.code).toBe('REQUEST_INVALID')
  expect((await rep.upload(`${deal}/files`, 'a.pdf', pdf(), '')).body.code).toBe('REQUEST_INVALID')
  expect((await rep.post(`${deal}/files`, { file: 'text' })).body.code).toBe('CONTENT_TYPE_UNSUPPORTED')
})

test('sent twice with the same key a file is kept once, and with another content refused', async () => {
  const [key, content] = [randomUUID(), pdf()]
  const first = await rep.upload(`${deal}/files`, 'a.pdf', content, key)
  expect((await rep.upload(`${deal}/files`, 'a.pdf', content, key)).body).toEqual(first.body)
  expect((await rep.upload(`${deal}/files`, 'a.pdf', pdf(), key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED')
  expect(await api.running.database.db.file.count({ where: { dealId: deal.slice('/deals/'.length) } })).toBe(1)
})

test('a file that no step names is forgotten a week later, while the product goes on running; the others stay', async () => {
  const used = (await rep.upload(`${deal}/files`, 'used.pdf', pdf())).body.id
  const unused = (await rep.upload(`${deal}/files`, 'unused.pdf', pdf())).body.id
  await rep.post(`${deal}/interactions`, { interaction: { ...visit, files: [used] } })
  const { db } = api.running.database
  let passed = 0
  const forgetting = keepForgetting({ db, now: () => new Date(Date.now() + passed * 24 * 3_600_000) }, 50)
  await setTimeout(300)
  expect((await rep.download(`${deal}/files/${unused}`)).status).toBe(200)
  passed = 8
  await expect.poll(async () => (await rep.download(`${deal}/files/${unused}`)).status).toBe(404)
  await forgetting.stop()
  expect((await rep.download(`${deal}/files/${used}`)).status).toBe(200)
  expect(await db.filePart.count({ where: { fileId: unused } })).toBe(0)
})
