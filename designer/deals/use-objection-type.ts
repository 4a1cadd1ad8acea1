import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { objectionKinds } from '#engine'

/** What a type of objection is called: of a deal without a model, its kind in the reader's language. */
export function useObjectionType(): (type: { id: string; name: string }) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ id, name }) => {
      const kind = id === name && objectionKinds.find((one) => one === id)
      return kind ? t(`words.objectionKind.${kind}`) : name
    },
    [t],
  )
}
