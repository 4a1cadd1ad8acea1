import type { noticeSentences } from './words/en.ts'

/** What a notice tells of, one word for each of its sentences. */
export type NoticeKind = keyof typeof noticeSentences

/** Kinds of notices of which people choose together how they are told, the most urgent first. */
export const noticeTopics = ['asked', 'escalated', 'late', 'answered', 'deal', 'model'] as const
export type NoticeTopic = (typeof noticeTopics)[number]

const topics: Record<NoticeKind, NoticeTopic> = {
  'support-requested': 'asked',
  'company-requested': 'asked',
  'support-handed-over': 'asked',
  'support-asked-back': 'asked',
  'support-reminder': 'asked',
  'objection-assigned': 'asked',
  'support-unassigned': 'escalated',
  'support-above-authority': 'escalated',
  'support-request-escalated': 'escalated',
  'webhook-disabled': 'escalated',
  'task-overdue': 'late',
  'support-request-overdue': 'late',
  'objection-overdue': 'late',
  'support-answered': 'answered',
  'support-question-answered': 'answered',
  'support-refused': 'answered',
  'deal-locked': 'deal',
  'deal-unlocked': 'deal',
  'objection-raised': 'deal',
  'goal-reached': 'deal',
  deviated: 'deal',
  coached: 'deal',
  'best-practice': 'deal',
  'model-moved': 'model',
  'model-move-undone': 'model',
  'base-published': 'model',
}

export const topicOf = (kind: NoticeKind): NoticeTopic => topics[kind]

export const kindsOf = (topic: NoticeTopic): NoticeKind[] =>
  (Object.keys(topics) as NoticeKind[]).filter((kind) => topics[kind] === topic)
