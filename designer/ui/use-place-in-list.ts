import { useNavigate, useSearch } from '@tanstack/react-router'
import { z } from 'zod'

/** Pages are numbered from 1. */
export const pageNumber = z.coerce.number().int().min(1).catch(1)

/**
 * Where somebody is in a list: its page and filters, kept in the address, so that back and a copied link lead there.
 * `schema` has to accept any address, and to fall back where one says nothing that it knows.
 */
export function usePlaceInList<Place extends object>(schema: z.ZodType<Place>) {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = (next: Partial<Place>) => {
    const said = Object.entries(next).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ to: '.', search: Object.fromEntries(said) as object, replace: true })
  }
  return { place: schema.parse(search), go }
}
