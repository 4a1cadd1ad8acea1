import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import compression from 'compression'
import express, { type Express, type RequestHandler, Router } from 'express'
import { modelFileJsonSchema, modelFileSchemaPath } from '#engine'
import { DomainError } from '#engine/deal'
import { signInHandler, signInLimit } from './auth/sign-in-handler.ts'
import type { Deps } from './deps.ts'
import { docsPage, docsScript } from './http/docs-page.ts'
import { neverCached, securityHeaders } from './http/headers.ts'
import { openApiDocument } from './http/openapi.ts'
import { problemHandler } from './http/problem.ts'
import { problemsPage } from './http/problems-page.ts'
import { mount } from './http/route.ts'
import { liveStream } from './live/stream.ts'
import { unsubscribing } from './notifications/unsubscribe.ts'
import { routes } from './routes.ts'

const require = createRequire(import.meta.url)
const swaggerUi = dirname(require.resolve('swagger-ui-dist/package.json'))

/** `proxies` is how many proxies of ours stand in front; `signInFailures` how many a minute one address is granted. */
type Settings = { screens?: string; overTls?: boolean; proxies?: number; signInFailures?: number }

/** The product's one address: API, sign-in and screens, without a port. */
export function createApp(
  deps: Deps,
  { screens = 'dist/designer', overTls = false, proxies = 0, signInFailures = 20 }: Settings = {},
): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', proxies)
  app.use(securityHeaders(overTls))
  app.use('/api', neverCached)
  app.post('/api/auth/sign-in/{*any}', signInLimit(signInFailures))
  app.all('/api/auth/{*any}', signInHandler(deps.auth))
  app.use('/api/v1', apiRouter(deps))
  app.use('/api', noSuchAddress)
  if (existsSync(screens)) app.use(screensRouter(resolve(screens)))
  app.use(noSuchAddress)
  app.use(problemHandler)
  return app
}

const noSuchAddress: RequestHandler = ({ method, originalUrl }) => {
  throw new DomainError('NOT_FOUND', `There is no ${method} ${originalUrl}. See /api/v1/docs for what there is.`)
}

function apiRouter(deps: Deps): Router {
  const router = Router()
  const document = openApiDocument(routes)
  router.get('/live', liveStream(deps))
  // After the live stream, whose messages may not wait until enough of them are there to be packed.
  router.use(compression())
  router.get('/health', async (_request, response) => {
    await deps.db.$queryRaw`SELECT 1`
    response.json({ ok: true })
  })
  router.get('/openapi.json', (_request, response) => void response.json(document))
  router.get(
    modelFileSchemaPath.replace('/api/v1', ''),
    (_request, response) => void response.type('application/schema+json').send(JSON.stringify(modelFileJsonSchema())),
  )
  router.get('/docs', (_request, response) => void response.type('html').send(docsPage))
  router.get('/docs/start.js', (_request, response) => void response.type('js').send(docsScript))
  router.get('/docs/problems', (_request, response) => void response.type('html').send(problemsPage))
  router.use('/docs', express.static(swaggerUi, { index: false, redirect: false }))
  router.use('/unsubscribe', unsubscribing(deps))
  router.use(express.json({ limit: '2mb' }))
  mount(router, deps, routes)
  return router
}

/** The built screens: files named by their content are kept for good, the page that names them is asked for each time. */
function screensRouter(folder: string): Router {
  const router = Router()
  router.use(compression())
  router.use('/assets', express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }))
  router.use(express.static(folder, { index: false, maxAge: '1h' }))
  router.get('/{*any}', (_request, response) =>
    response.sendFile(`${folder}/index.html`, { headers: { 'cache-control': 'no-cache' } }),
  )
  return router
}
