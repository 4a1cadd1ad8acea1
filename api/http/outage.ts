import { ServiceError } from '@temporalio/client'

/** Codes of Prisma (P…), of PostgreSQL when it shuts down, starts or is full, and of sockets. */
const codes = [
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'],
  ...['57P01', '57P02', '57P03', '53300'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EHOSTUNREACH', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
]
/** What Prisma's adapter for PostgreSQL calls the same. */
const kinds = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections', 'TlsConnectionError']
/** The driver's own messages that carry no code. */
const words =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/

/** Whether an error says, itself or by what caused it, that the database or Temporal is out of reach. */
export function isOutage(error: unknown): boolean {
  if (!isObject(error)) return false
  if (error instanceof ServiceError) return true
  if (codes.includes(String(error.code)) || kinds.includes(String(error.kind))) return true
  if (typeof error.message === 'string' && words.test(error.message)) return true
  const adapterError = isObject(error.meta) ? error.meta.driverAdapterError : undefined
  return isOutage(error.cause) || isOutage(adapterError)
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
