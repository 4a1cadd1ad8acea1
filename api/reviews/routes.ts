import { z } from 'zod'
import { DomainError } from '#engine/deal'
import { fileAnswerSchema } from '../http/file-answer.ts'
import { type Route, route } from '../http/route.ts'
import {
  chosenChangesSchema,
  dealReviewSchema,
  decisionSchema,
  largestSheet,
  newReviewSchema,
  reviewListQuery,
  reviewListSchema,
  reviewPageSchema,
  sheetComparisonSchema,
  sheetQuery,
  takenChangesSchema,
} from './contract.ts'
import { createReview } from './create-review.ts'
import { dealReview } from './deal-review.ts'
import { decide } from './decide.ts'
import { reviewList, reviewPage } from './review-page.ts'
import { previewSheet, reviewSheet } from './review-sheet.ts'
import { takeChanges } from './take-changes.ts'

const roles = ['rep', 'manager', 'admin'] as const
const review = { review: z.string() }
const deal = { ...review, deal: z.string() }

export const reviewRoutes: Route[] = [
  route({
    method: 'get',
    path: '/reviews',
    summary: 'Account reviews, newest first: a rep’s own, the others all',
    roles,
    query: reviewListQuery,
    answer: reviewListSchema,
    handle: ({ deps, actor, query }) => reviewList(deps, actor, query),
  }),
  route({
    method: 'post',
    path: '/reviews',
    summary: 'Begin a review of chosen open deals, or of all that a filter finds, 500 at most',
    roles,
    body: newReviewSchema,
    answer: reviewPageSchema,
    handle: async ({ deps, actor, body, key }) => reviewPage(deps, actor, await createReview(deps, actor, body, key)),
  }),
  route({
    method: 'get',
    path: '/reviews/{review}',
    summary: 'A review with its deals, how far it is, and how much happened on each since it was last gone through',
    roles,
    params: review,
    answer: reviewPageSchema,
    handle: ({ deps, actor, params }) => reviewPage(deps, actor, params.review),
  }),
  route({
    method: 'get',
    path: '/reviews/{review}/deals/{deal}',
    summary: 'What changed on a deal since it was last gone through, and what was decided',
    roles,
    params: deal,
    answer: dealReviewSchema,
    handle: ({ deps, actor, params }) => dealReview(deps, actor, params.review, params.deal),
  }),
  route({
    method: 'post',
    path: '/reviews/{review}/deals/{deal}',
    summary: 'Decide on a deal: a note and tasks; it then counts as gone through',
    roles,
    params: deal,
    body: decisionSchema,
    answer: dealReviewSchema,
    handle: ({ deps, actor, params, body, key }) => decide(deps, actor, { ...params, key }, body),
  }),
  route({
    method: 'get',
    path: '/reviews/{review}/sheet',
    summary: 'What the models ask of a review’s open deals, as a workbook or CSV to be filled in, and taken back in',
    roles,
    params: review,
    query: sheetQuery,
    answer: fileAnswerSchema,
    handle: ({ deps, actor, params, query }) => reviewSheet(deps, actor, params.review, query),
  }),
  route({
    method: 'post',
    path: '/reviews/{review}/sheet',
    summary: 'What taking a filled-in sheet in would change, row by row, conflicts with both sides; changes nothing',
    roles,
    params: review,
    upload: largestSheet,
    answer: sheetComparisonSchema,
    handle: async ({ deps, actor, params, upload }) => {
      if (!upload) throw new DomainError('REQUEST_INVALID', 'There is no file. Choose one.')
      return previewSheet(deps, actor, params.review, upload)
    },
  }),
  route({
    method: 'post',
    path: '/reviews/{review}/changes',
    summary: 'Take chosen changes of a sheet as observations, each only over what was seen when it was chosen',
    roles,
    params: review,
    body: chosenChangesSchema,
    answer: takenChangesSchema,
    handle: async ({ deps, actor, params, body, key }) => ({
      items: await takeChanges(deps, actor, params.review, body, key),
    }),
  }),
]
