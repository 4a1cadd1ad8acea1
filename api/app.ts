import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { toNodeHandler } from 'better-auth/node'
import express, { type Express, Router } from 'express'
import { DomainError } from '#engine/deal'
import type { Deps } from './deps.ts'
import { docsPage } from './http/docs-page.ts'
import { openApiDocument } from './http/openapi.ts'
import { problemHandler } from './http/problem.ts'
import { mount } from './http/route.ts'
import { routes } from './routes.ts'

const require = createRequire(import.meta.url)

/** The product's one address: API, sign-in and screens, without a port. */
export function createApp(deps: Deps, screens = 'dist/designer'): Express {
  const app = express()
  app.disable('x-powered-by')
  app.all('/api/auth/{*any}', toNodeHandler(deps.auth))
  app.use('/api/v1', apiRouter(deps))
  app.use('/api', (request) => {
    throw new DomainError(
      'NOT_FOUND',
      `There is no ${request.method} ${request.originalUrl}. See /api/v1/docs for what there is.`,
    )
  })
  if (existsSync(screens)) {
    app.use(express.static(screens, { index: false, maxAge: '1h' }))
    app.get('/{*any}', (_request, response) =>
      response.sendFile(resolve(screens, 'index.html'), { headers: { 'cache-control': 'no-cache' } }),
    )
  }
  app.use(problemHandler)
  return app
}

function apiRouter(deps: Deps): Router {
  const router = Router()
  const document = openApiDocument(routes)
  router.get('/health', async (_request, response) => {
    await deps.db.$queryRaw`SELECT 1`
    response.json({ ok: true })
  })
  router.get('/openapi.json', (_request, response) => void response.json(document))
  router.get('/docs', (_request, response) => void response.type('html').send(docsPage))
  router.use('/docs', express.static(join(dirname(require.resolve('swagger-ui-dist/package.json'))), { index: false }))
  router.use(express.json({ limit: '2mb' }))
  mount(router, deps, routes)
  return router
}
