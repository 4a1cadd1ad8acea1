import { toNodeHandler } from 'better-auth/node'
import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { asProblem, problem, refusal } from '../http/problem.ts'
import type { Auth } from './auth.ts'

const json = { 'content-type': 'application/problem+json' }

/** Sign-in, sign-out and session, as better-auth answers them; its own failures as problems of ours. */
export function signInHandler(auth: Auth) {
  return toNodeHandler(async (request: Request) => {
    const response = await auth.handler(request)
    if (response.status < 500) return response
    const answer = asProblem(refusal('SERVICE_UNAVAILABLE', unavailable))
    return Response.json(answer, { status: answer.status, headers: { ...json, 'retry-after': '3' } })
  })
}

const unavailable = 'Nobody can be signed in right now, since the database is out of reach. Try again in a moment.'

/** Guessing passwords is slow work: so many failed sign-ins from one address, then it waits. */
export function signInLimit(failuresPerMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: failuresPerMinute,
    skipSuccessfulRequests: true,
    standardHeaders: true,
    legacyHeaders: false,
    handler: (_request, response) => {
      const answer = problem('TOO_MANY_SIGN_INS', 'Too many sign-ins failed. Wait a minute, then try again.')
      response.status(answer.status).set(json).send(JSON.stringify(answer))
    },
  })
}
