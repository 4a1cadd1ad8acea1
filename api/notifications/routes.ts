import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { roles } from '../people/contract.ts'
import {
  changedNoticeSettingsSchema,
  localeSchema,
  noticeSettingsSchema,
  undeliveredQuery,
  undeliveredSchema,
} from './contract.ts'
import { changeNoticeSettings, noticeSettings, rememberLocale } from './settings.ts'
import { retryMail, undeliveredMails } from './undelivered.ts'

/** How people are told of what concerns them, and what became of it. */
export const notificationRoutes: Route[] = [
  route({
    method: 'get',
    path: '/me/notifications',
    summary: 'How you are told, by kind of notification',
    roles,
    answer: noticeSettingsSchema,
    handle: ({ deps, actor }) => noticeSettings(deps, actor),
  }),
  route({
    method: 'put',
    path: '/me/notifications',
    summary: 'Choose how you are told: in the product, by e-mail at once or in a digest, or not',
    roles,
    body: changedNoticeSettingsSchema,
    answer: noticeSettingsSchema,
    handle: ({ deps, actor, body }) => changeNoticeSettings(deps, actor, body),
  }),
  route({
    method: 'put',
    path: '/me/locale',
    summary: 'Say in which language and time zone you read the product; mails follow',
    roles,
    body: localeSchema,
    answer: localeSchema,
    handle: ({ deps, actor, body }) => rememberLocale(deps, actor, body),
  }),
  route({
    method: 'get',
    path: '/mails/undelivered',
    summary: 'Mails that have not arrived, with the reason, newest first',
    roles: ['admin'],
    query: undeliveredQuery,
    answer: undeliveredSchema,
    handle: ({ deps, query }) => undeliveredMails(deps, query),
  }),
  route({
    method: 'post',
    path: '/mails/{mail}/retry',
    summary: 'Try a mail again that has not arrived',
    roles: ['admin'],
    params: { mail: z.string() },
    answer: z.object({ id: z.string() }),
    handle: ({ deps, params }) => retryMail(deps, params.mail),
  }),
]
