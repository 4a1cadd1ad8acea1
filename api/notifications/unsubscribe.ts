import { Router } from 'express'
import { choicesFrom, kindsOf } from '#engine'
import { DomainError } from '#engine/deal'
import { linkKey, readUnsubscribeToken, type Unsubscription } from '../../workflows/mail/unsubscribe-link.ts'
import type { Deps } from '../deps.ts'
import type { Unsubscribing } from './contract.ts'

/**
 * What a mail's own link opens, for who is not signed in: its signature says whose mails of which kinds it is about. Asking
 * changes nothing, since mail filters follow links; a POST ends those mails (RFC 8058).
 */
export function unsubscribing(deps: Deps): Router {
  const router = Router()
  router.get('/:token', async (request, response) => {
    const { token } = request.params
    // A mail program that knows no single click opens the link in a browser, which is shown the page.
    if (request.accepts(['json', 'html']) === 'html')
      response.redirect(303, `/unsubscribe/${encodeURIComponent(token)}`)
    else response.json(await shown(deps, await readLink(deps, token)))
  })
  router.post('/:token', async ({ params: { token } }, response) => {
    const link = await readLink(deps, token)
    await endMails(deps, link)
    response.json(await shown(deps, link))
  })
  return router
}

async function readLink({ db }: Deps, token: string): Promise<Unsubscription> {
  const link = readUnsubscribeToken(await linkKey(db), token)
  // Somebody who has left gets no mails any more.
  if (link && (await db.user.count({ where: { id: link.userId } })) > 0) return link
  throw new DomainError(
    'LINK_INVALID',
    'This link is not whole, or whom it was for has left. Open it from the mail again, or sign in and choose what reaches you.',
    {},
  )
}

async function shown({ db }: Deps, { userId, topics }: Unsubscription): Promise<Unsubscribing> {
  const setting = await db.noticeSetting.findUnique({ where: { userId } })
  const choices = choicesFrom(setting?.choices)
  return { topics, ended: topics.every((topic) => choices[topic].mail === 'never') }
}

/** Chooses that nothing of these kinds is mailed any more, and lets go what waits to be. In the product it is told as before. */
async function endMails({ db }: Deps, { userId, topics }: Unsubscription): Promise<void> {
  await db.$transaction(async (tx) => {
    const setting = await tx.noticeSetting.findUnique({ where: { userId } })
    const choices = choicesFrom(setting?.choices)
    for (const topic of topics) choices[topic] = { ...choices[topic], mail: 'never' }
    await tx.noticeSetting.upsert({ where: { userId }, create: { userId, choices }, update: { choices } })
    const kind = { in: topics.flatMap(kindsOf) }
    await tx.mailItem.deleteMany({ where: { userId, mailId: null, notice: { kind } } })
  })
}
