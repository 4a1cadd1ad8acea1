import type { mailTexts as english } from './en.ts'

/** The same in Traditional Chinese; Simplified follows from it. Chinese has one form for any number. */
export const mailTexts: Record<keyof typeof english, string> = {
  notices_one: '{{count}} 則通知',
  notices_other: '{{count}} 則通知',
  digest_one: '摘要：{{count}} 則通知',
  digest_other: '摘要：{{count}} 則通知',
  hello: '{{name}}，您好：',
  whatHappened: 'Keynode 中發生了與您有關的事：',
  sinceLast: '自上次摘要以來，Keynode 中發生了：',
  why: '您收到這封郵件，是依您在 Keynode 中的選擇。',
  choose: '選擇要收到哪些通知與方式',
  end: '不再收到這類郵件',
}
