import { useTranslation } from 'react-i18next'
import type { Webhook } from '../../api/webhooks/contract.ts'
import { Ago } from '../ui/Ago.tsx'
import { Tone } from '../ui/Tone.tsx'

/** Whether an address is told, and since when not. */
export function WebhookState({ webhook: { active, disabledAt, failingSince } }: { webhook: Webhook }) {
  const { t } = useTranslation()
  if (disabledAt && !active)
    return (
      <Tone tone="bad">
        {t('webhooks.disabled')} <Ago at={disabledAt} />
      </Tone>
    )
  if (!active) return <Tone tone="plain">{t('webhooks.paused')}</Tone>
  if (failingSince)
    return (
      <Tone tone="warn">
        {t('webhooks.failing')} <Ago at={failingSince} />
      </Tone>
    )
  return <Tone tone="good">{t('webhooks.active')}</Tone>
}
