import { useTranslation } from 'react-i18next'
import { Tone } from '../ui/Tone.tsx'

const tones = { won: 'good', lost: 'bad', abandoned: 'plain' } as const

/** How a closed deal ended. */
export function DealOutcome({ outcome }: { outcome: keyof typeof tones | null | undefined }) {
  const { t } = useTranslation()
  return (
    <Tone tone={tones[outcome ?? 'abandoned']}>
      {t(outcome ? `words.dealOutcome.${outcome}` : 'words.dealStatus.closed')}
    </Tone>
  )
}
