import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotPasted } from './hand.ts'

/** Says why nothing was pasted, and what to do. */
export function useNotPasted(): (problem: NotPasted) => string {
  const { t } = useTranslation()
  return useCallback(
    (problem) => t(`editing.paste.not.${problem.why}`, { detail: 'detail' in problem ? problem.detail : '' }),
    [t],
  )
}
