import { useTranslation } from 'react-i18next'
import { verdicts } from '#engine'
import { Tone } from '../ui/Tone.tsx'

/** What a department answered. */
export function VerdictMark({ verdict }: { verdict: string }) {
  const { t } = useTranslation()
  const known = verdicts.find((one) => one === verdict)
  if (!known) return null
  const isNo = known === 'refused' || known === 'declined'
  return <Tone tone={isNo ? 'bad' : 'good'}>{t(`words.verdict.${known}`)}</Tone>
}
