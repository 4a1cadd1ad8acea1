import { Prisma, type Transaction } from '../../prisma/client.ts'

/** A request as it is stored, and who had it. */
export type LeftBehind = { dealId: string; id: string; owner: string; seq: number }

/**
 * Open requests whose owners have left the department that was asked, or are no manager any more where a manager was. A manager,
 * an admin and the segment's process owner may have requests of departments that they are no member of. `one` looks at a single
 * request.
 */
export function leftBehind(tx: Transaction, one?: { dealId: string; id: string }): Promise<LeftBehind[]> {
  const only = one ? Prisma.sql`AND r.deal_id = ${one.dealId} AND r.id = ${one.id}` : Prisma.empty
  return tx.$queryRaw<LeftBehind[]>`
    SELECT r.deal_id AS "dealId", r.id, r.owner_id AS owner, r.seq
    FROM support_request r
    JOIN deal d ON d.id = r.deal_id AND d.status = 'open'
    JOIN segment s ON s.id = d.segment_id
    LEFT JOIN "user" u ON u.id = r.owner_id
    WHERE r.status = 'open' AND r.owner_id IS NOT NULL ${only}
      AND s.process_owner_id IS DISTINCT FROM r.owner_id
      AND coalesce(u.role, '') NOT IN ('manager', 'admin')
      AND NOT EXISTS (
        SELECT 1 FROM department_member m WHERE m.department_id = r.department_id AND m.user_id = r.owner_id)`
}
