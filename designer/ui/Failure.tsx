import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../refusal.ts'
import { useRefused } from './use-refused.ts'

/** What the API refused, in the reader's language where it is known, else in the API's own sentence. */
export function useSentence(): (error: unknown) => string {
  const { t } = useTranslation()
  const refused = useRefused()
  return (error) => {
    if (!(error instanceof Refusal)) return t('frame.unreachable')
    return refused({ code: error.code, details: error.details, reason: error.message })
  }
}

/** Something could not be read; says why, and lets one ask again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => unknown }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  return (
    <Alert
      type="error"
      showIcon
      title={sentence(error)}
      action={
        retry && (
          <Button size="small" onClick={() => void retry()}>
            {t('frame.retry')}
          </Button>
        )
      }
    />
  )
}
