import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { problemSchema } from './problem.ts'
import type { Route } from './route.ts'

/** The OpenAPI 3.1 document of the routes, from the schemas that validate them. */
export function openApiDocument(routes: Route[]) {
  const registry = new OpenAPIRegistry()
  for (const one of routes) {
    registry.registerPath({
      method: one.method,
      path: `/api/v1${one.path}`,
      summary: one.summary,
      description: `For: ${one.roles.join(', ')}.`,
      tags: [one.path.split('/')[1] ?? 'root'],
      request: {
        params: z.object(one.params),
        query: z.object(one.query),
        ...(one.method !== 'get' && { headers: z.object({ 'idempotency-key': z.string().optional() }) }),
        ...(one.body && { body: { content: { 'application/json': { schema: one.body } } } }),
      },
      responses: {
        [one.method === 'post' ? 201 : 200]: {
          description: 'Done',
          content: { 'application/json': { schema: one.answer } },
        },
        default: {
          description: 'Refused or failed',
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      },
    })
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Keynode', version: '1.0.0' },
  })
}
