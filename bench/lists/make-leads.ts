import type pg from 'pg'
import { type Funnel, usualFunnel } from '#engine'
import type { Prisma } from '../../prisma/client.ts'

const funnel: Funnel = {
  ...usualFunnel,
  fields: [
    { id: 'employees', name: 'Employees', value: { kind: 'number' } },
    { id: 'branch', name: 'Branch', value: { kind: 'choice', options: ['retail', 'food', 'machines'] } },
  ],
}

export const massSegment = {
  id: 'mass',
  name: 'Mass customers',
  mode: 'funnel',
  funnel,
} satisfies Prisma.SegmentCreateInput

const leadsEach = 1000
const tags = ['newsletter', 'fair 2026', '展會', 'called', 'no budget', 'south', 'north', 'partner']

/** So many leads, a thousand to a seller, with fields and up to three tags each. */
export async function makeLeads(client: pg.Client, leads: number, sellers: string[]): Promise<void> {
  await client.query(
    `INSERT INTO "lead" ("id", "segment_id", "key", "name", "account", "contact", "source", "stage", "tags", "fields",
       "owner_id", "created_at", "changed_at")
     SELECT md5('lead' || n)::UUID::TEXT, '${massSegment.id}', 'key ' || n,
       (ARRAY['Bakery', 'Garage', '咖啡', '書店', 'Hotel', 'Studio'])[1 + n % 6] || ' ' || left(md5('lead name' || n), 6),
       (ARRAY['台灣', 'Blue', '中華', 'Acme'])[1 + n % 4] || ' ' || n % 5000,
       (ARRAY['王小明', 'Anna Berg', '李美玲', 'Tom Novak'])[1 + n / 4 % 4], (ARRAY['fair', 'web', 'call'])[1 + n % 3],
       ($2::TEXT[])[1 + n * 31 % 17 % 4],
       ARRAY(SELECT DISTINCT ($3::TEXT[])[1 + (n * k) % ${tags.length}] FROM generate_series(1, n % 4) AS k),
       jsonb_build_object('employees', n % 400, 'branch', (ARRAY['retail', 'food', 'machines'])[1 + n % 3]),
       ($4::TEXT[])[1 + n / ${leadsEach} % cardinality($4::TEXT[])],
       now() - make_interval(mins => n % 200000), now() - make_interval(mins => n * 7 % 100000)
     FROM generate_series(0, $1::INTEGER - 1) AS n`,
    [leads, funnel.stages.map(({ id }) => id), tags, sellers],
  )
}
