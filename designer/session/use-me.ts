import { useQuery } from '@tanstack/react-query'
import { api } from '../resources/resources.ts'

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: 60_000 })
