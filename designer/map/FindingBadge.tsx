import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#engine'
import { useFindingSentence } from './use-finding-sentence.ts'

/** What the checks found at a node: how much, how bad, and on hover in words. */
export function FindingBadge({ findings }: { findings: readonly Finding[] | undefined }) {
  return findings && findings.length > 0 ? <Badge findings={findings} /> : null
}

function Badge({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation()
  const sentence = useFindingSentence()
  const isError = findings.some(({ severity }) => severity === 'error')
  const said = findings.map(sentence)
  return (
    <Tooltip
      title={
        <ul className="finding-sentences">
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      }
    >
      <span
        role="img"
        className={`finding-badge ${isError ? 'is-error' : 'is-warning'}`}
        aria-label={`${t('map.findings', { count: findings.length })}: ${said.join(' ')}`}
      >
        {findings.length}
      </span>
    </Tooltip>
  )
}
