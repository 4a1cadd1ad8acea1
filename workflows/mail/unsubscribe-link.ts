import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type NoticeTopic, noticeTopics } from '#engine'
import type { Db } from '../../prisma/client.ts'

/** Whom a mail was for, and the kinds of notices that it told of. */
export type Unsubscription = { userId: string; topics: NoticeTopic[] }

const unsubscriptionSchema = z.tuple([z.string(), z.array(z.enum(noticeTopics)).min(1)])

export async function linkKey(db: Db): Promise<string> {
  return (await db.linkKey.findUniqueOrThrow({ where: { id: 1 } })).key
}

/** What stands in a mail's link: it says itself whose mails of which kinds it ends, and holds for as long as the product does. */
export function unsubscribeToken(key: string, { userId, topics }: Unsubscription): string {
  const told = Buffer.from(JSON.stringify([userId, topics])).toString('base64url')
  return `${told}.${signature(key, told)}`
}

/** What a link says; nothing where it was not made here, or was changed on its way. */
export function readUnsubscribeToken(key: string, token: string): Unsubscription | undefined {
  const [told = '', signed = ''] = token.split('.')
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(key, told))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const [userId, topics] = unsubscriptionSchema.parse(JSON.parse(Buffer.from(told, 'base64url').toString()))
  return { userId, topics }
}

const signature = (key: string, told: string): string =>
  createHmac('sha256', key).update(`unsubscribe ${told}`).digest('base64url')
