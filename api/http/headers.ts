import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * Headers that keep a page of ours to itself: it runs our scripts only and is framed by nobody. Styles may be inline, since
 * the components and Swagger UI write them at run time. What only a page over TLS can ask for is asked where there is TLS.
 */
export function securityHeaders(overTls: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: overTls,
    crossOriginOpenerPolicy: overTls,
    originAgentCluster: overTls,
  })
}

/** Answers are about one person at one moment; nobody between may keep them. */
export const neverCached: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store')
  next()
}
