import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../resources/resources.ts'

export const whoIsThere = queryOptions({ queryKey: ['me'], queryFn: api.me, staleTime: 60_000 })

export const useMe = () => useQuery(whoIsThere)
