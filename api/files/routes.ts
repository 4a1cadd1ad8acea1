import { z } from 'zod'
import { DomainError } from '#engine/deal'
import { dealToChange } from '../deals/may-see.ts'
import { fileAnswerSchema } from '../http/file-answer.ts'
import { type Route, route } from '../http/route.ts'
import { keptFileSchema, largestFile } from './contract.ts'
import { keepFile } from './keep-file.ts'
import { readableFile } from './readable-file.ts'

const concerned = ['rep', 'resource-owner', 'manager', 'admin'] as const

/** What people bring to a deal as evidence or as an answer. A step then names it by its id. */
export const fileRoutes: Route[] = [
  route({
    method: 'post',
    path: '/deals/{deal}/files',
    summary: 'Bring a file to a deal, of at most 20 MB; an interaction, an observation or an answer then names it',
    roles: concerned,
    params: { deal: z.string() },
    upload: largestFile,
    answer: keptFileSchema,
    handle: async ({ deps, actor, params, upload, key }) => {
      if (!upload) throw new DomainError('REQUEST_INVALID', 'There is no file. Choose one.')
      return keepFile(deps, actor, await dealToChange(deps.db, actor, params.deal), upload, key)
    },
  }),
  route({
    method: 'get',
    path: '/deals/{deal}/files/{file}',
    summary: 'A file that was brought to a deal, to be saved',
    roles: concerned,
    params: { deal: z.string(), file: z.string() },
    answer: fileAnswerSchema,
    handle: ({ deps, actor, params }) => readableFile(deps, actor, params.deal, params.file),
  }),
]
