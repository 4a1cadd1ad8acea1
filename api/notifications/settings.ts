import { choicesFrom, usualDigest } from '#engine'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { ChangedNoticeSettings, Locale, NoticeSettings } from './contract.ts'

export async function noticeSettings({ db }: Deps, actor: User): Promise<NoticeSettings> {
  const [setting, mail] = await Promise.all([
    db.noticeSetting.findUnique({ where: { userId: actor.id } }),
    db.mailSetup.findFirst(),
  ])
  const { digestHours, timeZone } = setting ?? usualDigest
  return { choices: choicesFrom(setting?.choices), digestHours, timeZone, mailIsSetUp: mail !== null }
}

export async function changeNoticeSettings(
  deps: Deps,
  actor: User,
  { choices, digestHours }: ChangedNoticeSettings,
): Promise<NoticeSettings> {
  const change = { choices, digestHours: [...new Set(digestHours)].sort((a, b) => a - b) }
  await deps.db.noticeSetting.upsert({
    where: { userId: actor.id },
    create: { userId: actor.id, ...change },
    update: change,
  })
  return noticeSettings(deps, actor)
}

/** Remembers where somebody reads the product, so that what leaves it is in their language and at their hours. */
export async function rememberLocale({ db }: Deps, actor: User, locale: Locale): Promise<Locale> {
  await db.noticeSetting.upsert({
    where: { userId: actor.id },
    create: { userId: actor.id, ...locale },
    update: locale,
  })
  return locale
}
