import { z } from 'zod'
import { csvAnswerSchema } from './csv-answer.ts'
import { fileAnswerSchema } from './file-answer.ts'
import { problemSchema } from './problem.ts'
import { type Route, statusOf } from './route.ts'

type Json = Record<string, unknown>
type Direction = 'input' | 'output'

const description = `Keynode’s API. A session comes with the cookie that \`POST /api/auth/sign-in/email\` sets for
\`{"email": …, "password": …}\`; \`POST /api/auth/sign-out\` ends it. An admin makes users. Writes take JSON, and an
\`Idempotency-Key\`: asked again with the same key, a write counts once and gives its first answer. Every answer that is no
success is [application/problem+json](/api/v1/docs/problems).`

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'A new one for each write, the same one to ask again. One of its own where left out.',
  schema: { type: 'string', maxLength: 100 },
}

const session = {
  type: 'apiKey',
  in: 'cookie',
  name: 'better-auth.session_token',
  description: 'Set by signing in; over TLS its name begins with __Secure-.',
}

/** The OpenAPI 3.1 document of the routes, from the schemas that validate them. */
export function openApiDocument(routes: Route[]) {
  const schemas: Json = {}
  const paths: Record<string, Json> = {}
  for (const one of routes) {
    const path = `/api/v1${one.path}`
    paths[path] = { ...paths[path], [one.method]: operation(one, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Keynode', version: '1.0.0', description },
    servers: [{ url: '/' }],
    paths,
    components: { securitySchemes: { session }, schemas },
  }
}

const binary = { type: 'string', format: 'binary' }
/** Answers that are saved rather than read, and what they are. */
const fileTypes = new Map<z.ZodType, string>([
  [fileAnswerSchema, 'application/octet-stream'],
  [csvAnswerSchema, 'text/csv'],
])
const oneFile = {
  content: { 'multipart/form-data': { schema: { type: 'object', properties: { file: binary }, required: ['file'] } } },
}

function operation(one: Route, schemas: Json): Json {
  const { method, path, summary, body, upload, answer } = one
  const content = (type: string, schema: z.ZodType, direction: Direction) => ({
    content: { [type]: { schema: describe(schema, direction, schemas) } },
  })
  return {
    summary,
    description: `For: ${one.roles.join(', ')}.`,
    operationId: `${method} ${path}`.replace(/[^a-z]+/g, '-').replace(/-$/, ''),
    tags: [path.split('/')[1]],
    security: [{ session: [] }],
    parameters: parameters(one, schemas),
    ...(body && { requestBody: { required: true, ...content('application/json', body, 'input') } }),
    ...(upload !== undefined && { requestBody: { required: true, ...oneFile } }),
    responses: {
      [statusOf(one)]: {
        description: 'Done',
        ...(fileTypes.has(answer)
          ? { content: { [fileTypes.get(answer) ?? '']: { schema: binary } } }
          : content('application/json', answer, 'output')),
      },
      default: {
        description: 'Refused or failed',
        ...content('application/problem+json', problemSchema, 'output'),
      },
    },
  }
}

function parameters({ method, params, query }: Route, schemas: Json): Json[] {
  const described = (place: 'path' | 'query', shape: Route['params']) =>
    Object.entries(shape).map(([name, schema]) => ({
      name,
      in: place,
      required: !schema.safeParse(undefined).success,
      schema: describe(schema, 'input', schemas),
    }))
  return [...described('path', params), ...described('query', query), ...(method === 'get' ? [] : [idempotencyKey])]
}

/** A schema in JSON Schema's words. What has an id becomes a component; as a request takes it, one with a name of its own. */
function describe(schema: z.ZodType, io: Direction, schemas: Json): unknown {
  const { properties, $defs = {} } = z.toJSONSchema(z.object({ schema }), { io })
  const nameOf = (id: string) => (io === 'input' ? `${id}Input` : id)
  const named = (described: unknown): unknown =>
    JSON.parse(JSON.stringify(described), (key, value) =>
      key === '$ref' && typeof value === 'string'
        ? `#/components/schemas/${nameOf(value.replace('#/$defs/', ''))}`
        : value,
    )
  for (const [id, { id: _, ...described }] of Object.entries($defs)) schemas[nameOf(id)] ??= named(described)
  return named(properties?.schema)
}
