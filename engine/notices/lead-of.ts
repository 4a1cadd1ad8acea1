/** What a notice is about. The request is named where whoever is told has it. */
type About = { kind: string; dealId: string | null; segmentId: string | null; requestId?: string | null }

/** A page of the product that a notice leads to, as the router names it. */
export type Lead =
  | { to: '/' | '/delivery' | '/queue' }
  | { to: '/segments/$segmentId'; params: { segmentId: string } }
  | { to: '/deals/$dealId'; params: { dealId: string } }
  | { to: '/queue/$dealId/$requestId'; params: { dealId: string; requestId: string } }

/** Where a notice leads, from the bell, a mail and a webhook alike; a resource owner sees requests and not deals. */
export function leadOf({ kind, dealId, segmentId, requestId }: About, role?: string): Lead {
  if (kind === 'webhook-disabled') return { to: '/delivery' }
  if (segmentId) return { to: '/segments/$segmentId', params: { segmentId } }
  if (!dealId) return { to: '/' }
  if (role !== 'resource-owner') return { to: '/deals/$dealId', params: { dealId } }
  return requestId ? { to: '/queue/$dealId/$requestId', params: { dealId, requestId } } : { to: '/queue' }
}

/** A lead as the path of an address. */
export const pathOf = (lead: Lead): string =>
  Object.entries('params' in lead ? lead.params : {}).reduce<string>(
    (path, [name, value]) => path.replace(`$${name}`, () => encodeURIComponent(value)),
    lead.to,
  )
