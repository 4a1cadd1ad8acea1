import type { Request, RequestHandler, Response, Router } from 'express'
import { z } from 'zod'
import { DomainError } from '#engine/deal'
import { currentActor } from '../auth/current-actor.ts'
import type { Deps } from '../deps.ts'
import type { Role, User } from '../people/contract.ts'
import { CsvAnswer, sendCsv } from './csv-answer.ts'
import { FileAnswer, sendFile } from './file-answer.ts'
import { onceOnly } from './once-only.ts'
import { refusal } from './problem.ts'
import { readRequest } from './read-request.ts'
import { readUpload, requireUpload, type Upload } from './read-upload.ts'

type Method = 'get' | 'post' | 'put' | 'delete'
type Shape = Record<string, z.ZodType>

export type Route = {
  method: Method
  path: string
  summary: string
  roles: readonly Role[]
  params: Shape
  query: Shape
  body: z.ZodType | undefined
  /** Takes one file instead of a body: the largest one, in bytes. */
  upload?: number
  answer: z.ZodType
  handle(context: Handled): Promise<unknown>
}

type Handled = {
  deps: Deps
  actor: User
  params: Record<string, string>
  query: Record<string, unknown>
  body: unknown
  upload: Upload | undefined
  key: string
}

/** What the fields of a shape hold once they are parsed. */
export type Values<Of extends Shape> = { [Key in keyof Of]: z.output<Of[Key]> }

type Definition<Params extends Shape, Query extends Shape, Body extends z.ZodType, Answer extends z.ZodType> = {
  method: Method
  /** In OpenAPI's form, below /api/v1: `/deals/{deal}`. */
  path: string
  summary: string
  roles: readonly Role[]
  params?: Params
  query?: Query
  body?: Body
  /** Takes one file instead of a body: the largest one, in bytes. */
  upload?: number
  answer: Answer
  handle(context: {
    deps: Deps
    actor: User
    params: Values<Params>
    query: Values<Query>
    body: z.output<Body>
    upload: Upload | undefined
    key: string
  }): Promise<z.input<Answer>>
}

/** One endpoint: what it takes, who may ask, what it answers. The same schemas validate and make the OpenAPI document. */
export function route<
  Answer extends z.ZodType,
  Body extends z.ZodType = z.ZodUndefined,
  Params extends Shape = Record<never, z.ZodType>,
  Query extends Shape = Record<never, z.ZodType>,
>(definition: Definition<Params, Query, Body, Answer>): Route {
  return {
    params: {},
    query: {},
    ...definition,
    body: definition.body,
    handle: definition.handle as unknown as Route['handle'],
  }
}

/** Mounts routes on a router: sign-in, role, validation, and each write once for its Idempotency-Key. */
export function mount(router: Router, deps: Deps, routes: Route[]): void {
  for (const one of routes) router[one.method](expressPath(one), handlerOf(deps, one))
  for (const path of new Set(routes.map(expressPath)))
    router.all(
      path,
      refuseMethod(routes.filter((one) => expressPath(one) === path).map(({ method }) => method.toUpperCase())),
    )
}

const expressPath = ({ path }: Route): string => path.replace(/\{(\w+)\}/g, ':$1')

function refuseMethod(methods: string[]): RequestHandler {
  return (request, response) => {
    response.set('allow', methods.join(', '))
    throw refusal('METHOD_NOT_ALLOWED', `${request.originalUrl} takes ${methods.join(' or ')}, not ${request.method}.`)
  }
}

function handlerOf(deps: Deps, one: Route): RequestHandler {
  return async (request, response) => {
    const actor = await currentActor(deps, request, response)
    if (!one.roles.includes(actor.role))
      throw new DomainError('NOT_ALLOWED', `A ${actor.role} may not do this; it takes ${one.roles.join(' or ')}.`, {
        role: actor.role,
      })
    const params = readRequest(z.object(one.params), request.params) as Record<string, string>
    const query = readRequest(z.object(one.query), request.query)
    if (one.method === 'get') {
      const answer = await one.handle({ deps, actor, params, query, body: undefined, upload: undefined, key: '' })
      if (answer instanceof FileAnswer) return sendFile(response, answer)
      return answer instanceof CsvAnswer ? sendCsv(response, answer) : void response.json(answer)
    }
    const { body, upload, sent } = await readSent(one, request, response)
    const { status, answer } = await onceOnly(deps, actor, request, sent, async (key) => ({
      status: statusOf(one),
      answer: await one.handle({ deps, actor, params, query, body, upload, key }),
    }))
    response.status(status).json(answer)
  }
}

/** What a write carries, and the same as plain JSON, by which a repetition is known. */
async function readSent(one: Route, request: Request, response: Response) {
  if (one.upload !== undefined) {
    requireUpload(request)
    const upload = await readUpload(request, response, one.upload)
    return { body: undefined, upload, sent: { name: upload.name, sha256: upload.sha256 } }
  }
  requireJson(request, one)
  const body = one.body && readRequest(one.body, request.body ?? {})
  return { body, upload: undefined, sent: request.body as unknown }
}

/** What a route answers when all went well. */
export const statusOf = ({ method }: Route): number => (method === 'post' ? 201 : 200)

/** A form of another site can send text, but no JSON: asking for it keeps such a form from writing. */
function requireJson(request: Request, { body }: Route): void {
  const type = request.get('content-type')
  if (type === undefined ? !body : /^application\/json\s*(;|$)/i.test(type)) return
  throw refusal('CONTENT_TYPE_UNSUPPORTED', 'The body has to be JSON. Send it with content-type: application/json.')
}
