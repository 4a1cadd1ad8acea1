import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { problemSchema } from './problem.ts'
import { type Route, statusOf } from './route.ts'

const description = `Keynode’s API. A session comes with the cookie that \`POST /api/auth/sign-in/email\` sets for
\`{"email": …, "password": …}\`; \`POST /api/auth/sign-out\` ends it. An admin makes users. Writes take JSON, and an
\`Idempotency-Key\`: asked again with the same key, a write counts once and gives its first answer. Every answer that is no
success is [application/problem+json](/api/v1/docs/problems).`

const keySchema = z.string().max(100).optional().meta({
  description: 'A new one for each write, the same one to ask again. One of its own where left out.',
})

/** The OpenAPI 3.1 document of the routes, from the schemas that validate them. */
export function openApiDocument(routes: Route[]) {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'better-auth.session_token',
    description: 'Set by signing in; over TLS its name begins with __Secure-.',
  })
  for (const one of routes) registry.registerPath(describe(one))
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Keynode', version: '1.0.0', description },
    servers: [{ url: '/' }],
  })
}

const describe = (one: Route): RouteConfig => ({
  method: one.method,
  path: `/api/v1${one.path}`,
  summary: one.summary,
  description: `For: ${one.roles.join(', ')}.`,
  operationId: `${one.method} ${one.path}`.replace(/[^a-z]+/g, '-').replace(/-$/, ''),
  tags: [one.path.split('/')[1] ?? 'root'],
  security: [{ session: [] }],
  request: {
    params: z.object(one.params),
    query: z.object(one.query),
    ...(one.method !== 'get' && { headers: z.object({ 'Idempotency-Key': keySchema }) }),
    ...(one.body && { body: { required: true, content: { 'application/json': { schema: one.body } } } }),
  },
  responses: {
    [statusOf(one)]: { description: 'Done', content: { 'application/json': { schema: one.answer } } },
    default: {
      description: 'Refused or failed',
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  },
})
