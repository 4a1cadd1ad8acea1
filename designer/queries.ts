import { QueryClient } from '@tanstack/react-query'
import { Refusal } from './refusal.ts'

/** What the screens hold of the API's answers. A refusal is an answer: asking again gives the same one. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => !(error instanceof Refusal) && count < 2, refetchOnWindowFocus: true },
  },
})
