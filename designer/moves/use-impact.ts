import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ImpactList, impactListQuery } from '../../api/moves/contract.ts'

type Query = { [Key in keyof typeof impactListQuery]?: z.input<(typeof impactListQuery)[Key]> }
type Ask = (query: Query) => Promise<ImpactList>

/** While impacts are being worked out it is asked again after so long, in milliseconds. */
const soon = 700
/** So often it is looked whether deals have changed since, in milliseconds. */
const nowAndThen = 10_000

/**
 * What moving running deals would do. It is worked out until none is left; from then on every page shows what held at that
 * one instant, with what has changed since marked. `key` names what is asked.
 */
export function useImpact(key: readonly unknown[], ask: Ask, { deal, ...shown }: Query) {
  const whole = useQuery({
    queryKey: [...key, 'whole', deal],
    queryFn: () => ask({ deal, pageSize: 1 }),
    refetchInterval: ({ state }) => (state.data && state.data.pending > 0 ? soon : false),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const asOf = whole.data?.pending === 0 ? whole.data.asOf : undefined
  const page = useQuery({
    queryKey: [...key, 'page', { asOf, deal, ...shown }],
    queryFn: () => ask({ asOf, deal, ...shown }),
    enabled: asOf !== undefined,
    refetchInterval: nowAndThen,
    placeholderData: keepPreviousData,
  })
  return {
    /** The totals, also while they are still being worked out. */
    whole: whole.data,
    asOf,
    page: asOf === undefined ? undefined : page.data,
    error: whole.error ?? page.error,
    lookAnew: whole.refetch,
  }
}
