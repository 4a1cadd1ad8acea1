import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { verdicts } from '#engine'

/** What a department answered. */
export function VerdictMark({ verdict }: { verdict: string }) {
  const { t } = useTranslation()
  const known = verdicts.find((one) => one === verdict)
  if (!known) return null
  const isNo = known === 'refused' || known === 'declined'
  return <Tag color={isNo ? 'error' : 'success'}>{t(`words.verdict.${known}`)}</Tag>
}
