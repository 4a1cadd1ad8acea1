import { useQuery } from '@tanstack/react-query'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'

/** The departments whose requests I see: a resource owner their own, the others all. Undefined until they are known. */
export function useMyDepartments() {
  const { data: me } = useMe()
  const { data, error } = useQuery({ queryKey: ['departments'], queryFn: api.departments, staleTime: 60_000 })
  const mine = me && data?.items.filter(({ id }) => me.role !== 'resource-owner' || me.departments.includes(id))
  return { departments: mine, error }
}
