import { z } from 'zod'
import { noticeTopics } from './topic.ts'

export const mailTimes = ['at-once', 'digest', 'never'] as const

/** How somebody is told of one kind of notices: in the product or not, and when by e-mail. */
const choiceSchema = z.strictObject({ app: z.boolean(), mail: z.enum(mailTimes) })
export type NoticeChoice = z.infer<typeof choiceSchema>

export const noticeChoicesSchema = z.record(z.enum(noticeTopics), choiceSchema)
export type NoticeChoices = z.infer<typeof noticeChoicesSchema>

/** Hours of the day at which a digest goes out, in the person's own time zone. */
export const digestHoursSchema = z
  .array(z.number().int().min(0).max(23))
  .min(1, 'choose at least one hour')
  .max(4, 'choose four hours at most')

/** How those are told who have not chosen: at once of what waits for them, once a day of the rest. */
const usualChoices: NoticeChoices = {
  asked: { app: true, mail: 'at-once' },
  escalated: { app: true, mail: 'at-once' },
  late: { app: true, mail: 'digest' },
  answered: { app: true, mail: 'digest' },
  deal: { app: true, mail: 'digest' },
  model: { app: true, mail: 'digest' },
}
export const usualDigest = { digestHours: [8], timeZone: 'UTC' }

/** What somebody chose, as it was stored, and the usual wherever they have not. */
export const choicesFrom = (stored: unknown): NoticeChoices => ({
  ...usualChoices,
  ...z.partialRecord(z.enum(noticeTopics), choiceSchema).parse(stored ?? {}),
})
