import { useIsMutating, useMutation, useMutationState } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachedFile } from '#engine/deal'
import { largestFile } from '../../api/files/contract.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'
import { useShownSize } from './use-shown-size.ts'

/** How many a step takes at one place. */
const atMost = 20

/** Sends files to a deal one after the other; `sending` are the names of those on their way, `failures` why others did not come. */
export function useBringFiles(deal: string, files: AttachedFile[], change: (files: AttachedFile[]) => void) {
  const { t } = useTranslation()
  const showSize = useShownSize()
  const sentence = useSentence()
  const [failures, setFailures] = useState<string[]>([])
  // A file arrives some renders after it was sent: it is added to what the form holds then.
  const now = useRef({ files, change })
  now.current = { files, change }
  const mutationKey = ['bring-file', deal, useId()]
  const sending = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => (state.variables as File).name,
  })
  const { mutate } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: (file: File) => api.bringFile(deal, file),
    onSuccess: (kept) => now.current.change([...now.current.files, kept]),
    onError: (error, { name }) => fail(t('files.failed', { name, why: sentence(error) })),
  })
  const fail = (why: string) => setFailures((before) => [...before, why])

  function bring(file: File) {
    setFailures([])
    if (file.size > largestFile) return fail(t('files.tooLarge', { name: file.name, limit: showSize(largestFile) }))
    if (files.length + sending.length >= atMost) return fail(t('files.tooMany', { count: atMost }))
    mutate(file)
  }
  return { bring, sending, failures }
}

/** Whether files are on their way to a deal: a form that is sent now would miss them. */
export const useIsBringing = (deal: string): boolean => useIsMutating({ mutationKey: ['bring-file', deal] }) > 0
