import { z } from 'zod'
import { digestHoursSchema, type NoticeTopic, noticeChoicesSchema, timeZoneSchema } from '#engine'
import { pageOf, pageQuery } from '../http/page-contract.ts'

export const changedNoticeSettingsSchema = z.strictObject({
  choices: noticeChoicesSchema,
  digestHours: digestHoursSchema,
})
export type ChangedNoticeSettings = z.infer<typeof changedNoticeSettingsSchema>

/** How you are told of what concerns you. */
export const noticeSettingsSchema = z
  .object({
    ...changedNoticeSettingsSchema.shape,
    /** The hours of a digest are of this zone. */
    timeZone: z.string(),
    /** Whether the product has a mail server; without one nothing is mailed, whatever was chosen. */
    mailIsSetUp: z.boolean(),
  })
  .meta({ id: 'NoticeSettings' })
export type NoticeSettings = z.infer<typeof noticeSettingsSchema>

/** In which language somebody reads the product, and in which time zone: mails follow. */
export const localeSchema = z.strictObject({ language: z.enum(['en', 'zh-Hant', 'zh-Hans']), timeZone: timeZoneSchema })
export type Locale = z.infer<typeof localeSchema>

/** What a mail's link is about: the kinds of notices whose mails it ends, and whether they have ended. */
export type Unsubscribing = { topics: NoticeTopic[]; ended: boolean }

export const mailRowSchema = z
  .object({
    id: z.string(),
    to: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    isDigest: z.boolean(),
    /** How many notices it tells of. */
    notices: z.number(),
    createdAt: z.string(),
    attempts: z.number(),
    /** When it is tried next; null once it was given up. */
    nextAt: z.string().nullable(),
    /** What the mail server said, or why it could not be reached. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'UndeliveredMail' })
export type MailRow = z.infer<typeof mailRowSchema>

/** Mails that have not arrived, newest first; `from` is the sender, null where no mail server is set up. */
export const undeliveredSchema = pageOf(mailRowSchema).extend({ from: z.string().nullable() })
export type Undelivered = z.infer<typeof undeliveredSchema>
export const undeliveredQuery = pageQuery
