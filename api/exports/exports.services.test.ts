import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let manager: Person
beforeAll(async () => {
  api = await runningApi()
  ;[rep, manager] = [await api.signedIn('rep'), await api.signedIn('manager')]
  for (const [name, account] of [
    ['Press line', '台灣精密'],
    ['=HYPERLINK("http://evil")', 'Acme, "the" Steel'],
  ])
    expect((await rep.post('/deals', { segmentId: api.segment, name, account })).status).toBe(201)
})
afterAll(() => api?.stop())

async function saved(path: string, by = rep) {
  const { status, headers, bytes } = await by.download(`/exports/${path}`)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  return { lines: new TextDecoder().decode(bytes).trim().split('\r\n'), headers }
}

test('deals are saved as they are filtered and sorted, and no spreadsheet runs what a customer is called', async () => {
  const { lines, headers } = await saved('deals?order=name&direction=up')
  expect(headers.get('content-disposition')).toBe('attachment; filename=deals.csv')
  expect(lines[0]).toMatch(/^Deal,Account,Segment,Status,/)
  expect(lines[1]).toMatch(/^"'=HYPERLINK\(""http:\/\/evil""\)","Acme, ""the"" Steel",/)
  expect(lines[2]).toMatch(/^Press line,台灣精密,/)
  expect((await saved('deals?search=精密')).lines).toHaveLength(2)
  expect((await saved('deals', await api.signedIn('rep'))).lines).toHaveLength(1)
})

test('tasks, requests and objections are saved by who may list them', async () => {
  const { body } = await rep.get('/deals')
  const deal = body.items[0].id
  const of = { kind: 'department', department: 'legal' }
  await rep.post(`/deals/${deal}/support-requests`, { name: 'Look at the terms', of })
  const [header, ...tasks] = (await saved('owed')).lines
  expect(header).toMatch(/^Kind,What,Deal,/)
  expect(tasks).toHaveLength((await rep.get('/owed')).body.total)
  expect((await saved('support-requests', manager)).lines[1]).toMatch(/^Look at the terms,/)
  expect((await saved('objections?show=open', manager)).lines[0]).toMatch(/^Objection,Type,/)
  expect((await rep.get('/exports/objections')).status).toBe(403)
})

test('a table is in the language of its reader: its headings, and what the product itself says in its cells', async () => {
  const { lines } = await saved('deals?language=zh-Hant&order=name&direction=down')
  expect(lines[0]).toMatch(/^商機,客戶,客群,狀態,結果,所在節點,/)
  expect(lines[1]).toContain(',進行中,')
  const [owed, first] = (await saved('owed?language=zh-Hans')).lines
  expect(owed).toMatch(/^类型,事项,商机,客户,关键节点,下一步,/)
  expect(first).toMatch(/^任务,/)
  expect((await saved('deviations?language=zh-Hant', manager)).lines[0]).toMatch(/^類型,事項,原因,關鍵節點,商機,/)
  expect((await saved('support-requests?language=zh-Hant', manager)).lines[0]).toMatch(/^請求,商機,客戶,部門,負責人,/)
  expect((await rep.get('/exports/deals?language=fr')).status).toBe(400)
})
