import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { keyAccountListQuery, keyAccountListSchema, keyAccountPageSchema, markSchema } from './contract.ts'
import { keyAccountPage, keyAccounts } from './key-accounts.ts'
import { markAccount, unmarkAccount } from './mark-account.ts'

const roles = ['manager', 'admin'] as const
const params = { account: z.string() }
const answer = z.object({ id: z.string() })

/** Accounts that managers look after themselves. */
export const keyAccountRoutes: Route[] = [
  route({
    method: 'get',
    path: '/key-accounts',
    summary:
      'The key accounts: who marked them and why, their running deals, what is stuck, the last and the next contact',
    roles,
    query: keyAccountListQuery,
    answer: keyAccountListSchema,
    handle: ({ deps, query }) => keyAccounts(deps, query),
  }),
  route({
    method: 'get',
    path: '/key-accounts/{account}',
    summary: 'One key account: its deals, what holds them, visits to come, interactions and coaching notes',
    roles,
    params,
    answer: keyAccountPageSchema,
    handle: ({ deps, params }) => keyAccountPage(deps, params.account),
  }),
  route({
    method: 'put',
    path: '/key-accounts/{account}',
    summary: 'Mark an account as a key account, saying why',
    roles,
    params,
    body: markSchema,
    answer,
    handle: ({ deps, actor, params, body }) => markAccount(deps, actor, params.account, body),
  }),
  route({
    method: 'delete',
    path: '/key-accounts/{account}',
    summary: 'Take the mark of a key account away',
    roles,
    params,
    answer,
    handle: ({ deps, params }) => unmarkAccount(deps, params.account),
  }),
]
