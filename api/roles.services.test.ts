import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../tests/support/running-api.ts'
import { type Role, roles } from './people/contract.ts'
import { routes } from './routes.ts'

const everybody: Role[] = [...roles]
const drawers: Role[] = ['ops', 'admin']
const readers: Role[] = ['ops', 'manager', 'admin']
const sellers: Role[] = ['rep', 'manager', 'admin']
const departments: Role[] = ['resource-owner', 'manager', 'admin']

/** Who may ask for what. A new endpoint has to be entered here, by somebody who has thought about it. */
const allowed: Record<string, Role[]> = {
  'get /me': everybody,
  'get /users': ['manager', 'admin'],
  'post /users': ['admin'],
  'put /users/{user}': ['admin'],
  'get /departments': everybody,
  'post /departments': drawers,
  'get /departments/{department}/availability': ['resource-owner', 'manager', 'ops', 'admin'],
  'put /departments/{department}/availability': ['manager', 'ops', 'admin'],
  'get /departments/{department}/routing': ['manager', 'ops', 'admin'],
  'put /departments/{department}/routing': ['manager', 'ops', 'admin'],
  'get /process-owners': ['manager', 'ops', 'admin'],
  'put /segments/{segment}/process-owner': ['manager', 'ops', 'admin'],
  'post /absences': departments,
  'delete /absences/{absence}': departments,
  'get /segments': everybody,
  'post /segments': drawers,
  'get /segments/{segment}/model': readers,
  'put /segments/{segment}/model': drawers,
  'put /segments/{segment}/model/editors/me': readers,
  'delete /segments/{segment}/model/editors/me': readers,
  'post /segments/{segment}/model/check': drawers,
  'post /segments/{segment}/model/publish': drawers,
  'get /segments/{segment}/versions': readers,
  'get /segments/{segment}/versions/{number}': readers,
  'get /segments/{segment}/versions/{number}/impact': drawers,
  'get /segments/{segment}/model/impact': drawers,
  'get /segments/{segment}/running-deals': readers,
  'get /segments/{segment}/plays': readers,
  'get /segments/{segment}/plays/{deal}': readers,
  'get /segments/{segment}/moves': drawers,
  'post /segments/{segment}/moves': drawers,
  'get /segments/{segment}/moves/{move}': drawers,
  'get /segments/{segment}/moves/{move}/deals': drawers,
  'post /segments/{segment}/moves/{move}/pause': drawers,
  'post /segments/{segment}/moves/{move}/resume': drawers,
  'post /segments/{segment}/moves/{move}/undo': drawers,
  'get /segments/{segment}/base': readers,
  'put /segments/{segment}/base': drawers,
  'get /segments/{segment}/take-over': drawers,
  'post /segments/{segment}/take-over': drawers,
  'get /base-models': readers,
  'post /base-models': drawers,
  'get /base-models/{base}/model': readers,
  'put /base-models/{base}/model': drawers,
  'put /base-models/{base}/model/editors/me': readers,
  'delete /base-models/{base}/model/editors/me': readers,
  'post /base-models/{base}/model/check': drawers,
  'post /base-models/{base}/model/publish': drawers,
  'get /base-models/{base}/versions': readers,
  'get /base-models/{base}/versions/{number}': readers,
  'get /deals': sellers,
  'post /deals': sellers,
  'get /deals/{deal}': sellers,
  'get /deals/{deal}/history': sellers,
  'get /deals/{deal}/outlook': sellers,
  'get /deals/{deal}/what-worked': sellers,
  'post /deals/{deal}/adapt': sellers,
  'post /deals/{deal}/model': sellers,
  'post /deals/{deal}/model/preview': sellers,
  'post /deals/{deal}/interactions': sellers,
  'post /deals/{deal}/observations/{id}/withdraw': sellers,
  'post /deals/{deal}/tasks': sellers,
  'post /deals/{deal}/tasks/{id}/take-back': sellers,
  'post /deals/{deal}/tasks/{id}/complete': sellers,
  'post /deals/{deal}/objections': sellers,
  'post /deals/{deal}/objections/{id}/plan': sellers,
  'post /deals/{deal}/objections/{id}/implement': sellers,
  'post /deals/{deal}/objections/{id}/feed-back': sellers,
  'post /deals/{deal}/objections/{id}/supervise': sellers,
  'post /deals/{deal}/objections/{id}/close': sellers,
  'post /deals/{deal}/objections/{id}/reopen': sellers,
  'post /deals/{deal}/support-requests/{id}/answer': departments,
  'post /deals/{deal}/support-requests/{id}/ask-again': sellers,
  'post /deals/{deal}/support-requests/{id}/accept': departments,
  'post /deals/{deal}/support-requests/{id}/ask-back': departments,
  'post /deals/{deal}/support-requests/{id}/answer-question': sellers,
  'post /deals/{deal}/support-requests/{id}/hand-over': departments,
  'post /deals/{deal}/support-requests': sellers,
  'post /deals/{deal}/deviations': sellers,
  'post /deals/{deal}/people': sellers,
  'post /deals/{deal}/people/{id}/change': sellers,
  'post /deals/{deal}/people/{id}/remove': sellers,
  'post /deals/{deal}/signers': sellers,
  'post /deals/{deal}/signers/{id}/take-back': sellers,
  'post /deals/{deal}/sign-off/return': sellers,
  'post /deals/{deal}/style': sellers,
  'post /deals/{deal}/locks': departments,
  'post /deals/{deal}/locks/{id}/release': departments,
  'post /deals/{deal}/close': sellers,
  'get /objections': ['manager', 'admin'],
  'post /objections/plan': ['manager', 'admin'],
  'get /segments/{segment}/cohort': ['manager', 'admin'],
  'get /segments/{segment}/cohort/deals': ['manager', 'admin'],
  'post /segments/{segment}/cohort/tasks': ['manager', 'admin'],
  'post /segments/{segment}/cohort/support': ['manager', 'admin'],
  'get /visits': ['manager', 'admin'],
  'get /key-accounts': ['manager', 'admin'],
  'get /key-accounts/{account}': ['manager', 'admin'],
  'put /key-accounts/{account}': ['manager', 'admin'],
  'delete /key-accounts/{account}': ['manager', 'admin'],
  'get /reviews': sellers,
  'post /reviews': sellers,
  'get /reviews/{review}': sellers,
  'get /reviews/{review}/deals/{deal}': sellers,
  'post /reviews/{review}/deals/{deal}': sellers,
  'get /reviews/{review}/sheet': sellers,
  'post /reviews/{review}/sheet': sellers,
  'post /reviews/{review}/changes': sellers,
  'post /batches/{batch}/undo': ['manager', 'admin'],
  'get /batches/{batch}': ['manager', 'admin'],
  'get /batches/{batch}/rows': ['manager', 'admin'],
  'get /segments/{segment}/funnel': ['rep', ...readers],
  'put /segments/{segment}/funnel': drawers,
  'post /segments/{segment}/lead-filters': ['rep', ...readers],
  'delete /segments/{segment}/lead-filters/{filter}': ['rep', ...readers],
  'get /segments/{segment}/leads': ['rep', ...readers],
  'get /segments/{segment}/leads/counts': ['rep', ...readers],
  'post /segments/{segment}/leads': ['rep', ...readers],
  'post /segments/{segment}/leads/import': readers,
  'post /segments/{segment}/leads/import/preview': readers,
  'post /segments/{segment}/leads/change': ['rep', ...readers],
  'get /lead-batches/{batch}': ['rep', ...readers],
  'post /lead-batches/{batch}/undo': ['rep', ...readers],
  'put /leads/{lead}': ['rep', ...readers],
  'post /leads/{lead}/promote': sellers,
  'post /segments/{segment}/leads/promote': sellers,
  'get /lead-promotions/{promotion}': sellers,
  'get /lead-promotions/{promotion}/rows': sellers,
  'get /deviations': readers,
  'get /deviations/{deal}/{id}/changes': readers,
  'post /deals/{deal}/files': ['rep', 'resource-owner', 'manager', 'admin'],
  'get /deals/{deal}/files/{file}': ['rep', 'resource-owner', 'manager', 'admin'],
  'get /owed': everybody,
  'get /deals/{deal}/remarks': sellers,
  'post /deals/{deal}/remarks': ['manager', 'admin'],
  'delete /remarks/{remark}': ['manager', 'admin'],
  'get /segments/{segment}/best-practice': ['rep', ...readers],
  'get /support-load': ['resource-owner', ...readers],
  'post /departments/{department}/shift': ['manager', 'admin'],
  'get /support-requests': departments,
  'get /deals/{deal}/support-requests/{id}': departments,
  'get /my-stages': sellers,
  'get /managers': sellers,
  'get /search': everybody,
  'get /views': everybody,
  'post /views': everybody,
  'put /views/{view}': everybody,
  'delete /views/{view}': everybody,
  'get /exports/deals': sellers,
  'get /exports/owed': everybody,
  'get /exports/support-requests': departments,
  'get /exports/objections': ['manager', 'admin'],
  'get /exports/deviations': readers,
  'get /exports/leads/{segment}': ['rep', ...readers],
  'get /notifications': everybody,
  'post /notifications/read': everybody,
  'get /me/notifications': everybody,
  'put /me/notifications': everybody,
  'put /me/locale': everybody,
  'get /mails/undelivered': ['admin'],
  'post /mails/{mail}/retry': ['admin'],
  'get /webhooks': drawers,
  'post /webhooks': drawers,
  'put /webhooks/{webhook}': drawers,
  'delete /webhooks/{webhook}': drawers,
  'post /webhooks/{webhook}/secret': drawers,
  'post /webhooks/{webhook}/test': drawers,
  'get /webhooks/{webhook}/deliveries': drawers,
  'post /webhooks/{webhook}/deliveries/{delivery}/again': drawers,
}

let api: RunningApi
const people = new Map<Role, Person>()
beforeAll(async () => {
  api = await runningApi()
  for (const role of roles) people.set(role, await api.signedIn(role))
})
afterAll(() => api?.stop())

test('every endpoint says who may ask', () => {
  expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(allowed).sort())
})

const table = Object.entries(allowed).map(([endpoint, may]) => ({ endpoint, may }))

test.each(table)('$endpoint is for $may, and for nobody else', async ({ endpoint, may }) => {
  const statuses = await Promise.all(
    roles.map(async (role) => [role, (await ask(people.get(role), endpoint)).status === 403 ? 'forbidden' : 'allowed']),
  )
  expect(statuses).toEqual(roles.map((role) => [role, may.includes(role) ? 'allowed' : 'forbidden']))
})

test.each(table)('$endpoint is refused to who is not signed in', async ({ endpoint }) => {
  const { status, body } = await ask(api.nobody, endpoint)
  expect([status, body.code]).toEqual([401, 'NOT_SIGNED_IN'])
})

/** Asks with ids that nothing has: whoever may ask is told so, which is not a 403. */
async function ask(person: Person | undefined, endpoint: string) {
  const [method = '', path = ''] = endpoint.split(' ')
  const answer = await person?.ask(method.toUpperCase(), path.replace('{number}', '1').replace(/\{\w+\}/g, 'none'), {
    ...(method !== 'get' && { body: {} }),
  })
  if (!answer || answer.status >= 500) throw new Error(`${endpoint} failed: ${JSON.stringify(answer)}`)
  return answer
}
