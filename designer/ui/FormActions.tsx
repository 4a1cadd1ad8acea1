import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

type Props = {
  submit: string
  busy: boolean
  danger?: boolean | undefined
  /** There is nothing to send yet. */
  barred?: boolean | undefined
  cancel?: (() => void) | undefined
}

/** The end of a form: what sends it, and the way out. */
export function FormActions({ submit, busy, danger = false, barred = false, cancel }: Props) {
  const { t } = useTranslation()
  return (
    <div className="step-form-actions">
      <Button type="primary" size="middle" htmlType="submit" loading={busy} danger={danger} disabled={barred}>
        {submit}
      </Button>
      {cancel && (
        <Button size="middle" type="text" onClick={cancel}>
          {t('words.cancel')}
        </Button>
      )}
    </div>
  )
}
