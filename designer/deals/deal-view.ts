import { createContext, useContext } from 'react'
import type { DealPage } from '../../api/deals/contract.ts'
import type { User } from '../../api/people/contract.ts'
import type { Names } from './names.ts'

/** A deal as one person looks at it: what every part of its page needs. */
export type DealView = {
  page: DealPage
  names: Names
  me: User
  /** Whether this person may change this deal now. */
  mayChange: boolean
  /** Whether this person may lock and unlock it for any department, and sees what support costs. */
  mayMoveSupport: boolean
  nameOf: (user: string) => string
  /** What a department is called; a manager, asked without one, where it is empty. */
  departmentName: (department: string) => string
  /** Opens the recording of an interaction, with these facts picked. */
  record: (facts: string[]) => void
}

const context = createContext<DealView | undefined>(undefined)
export const DealViewProvider = context.Provider

export function useDealView(): DealView {
  const view = useContext(context)
  if (!view) throw new Error('a part of a deal’s page stands outside of it')
  return view
}
