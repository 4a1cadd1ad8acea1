import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ProcessModel } from '#engine'
import { type Names, namesIn } from '../deals/names.ts'
import { api } from '../resources/resources.ts'

/**
 * What the versions of a segment call the things that an impact knows by id. `to` is the drawing that deals would be moved
 * to: what both have is called as it is there.
 */
export function useNames(segment: string, from: readonly number[], to: ProcessModel | undefined): Names[] {
  const owner = { kind: 'segment', id: segment } as const
  const versions = [...new Set(from)].sort((a, b) => b - a)
  const models = useQueries({
    queries: versions.map((version) => ({
      queryKey: ['version', owner, version],
      queryFn: () => api.version(owner, version),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => results.flatMap(({ data }) => data?.model ?? []),
  })
  return useMemo(() => [...(to ? [to] : []), ...models].map((model) => namesIn(model)), [models, to])
}

/** The first name that any of them has for an id; the id where none has. */
export function nameIn(names: readonly Names[], of: 'stage' | 'style' | 'label', id: string): string {
  return names.map((one) => one[of](id)).find((name) => name !== id) ?? id
}
