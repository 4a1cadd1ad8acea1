import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportFault } from './read-file.ts'

const shownAtMost = 8

/** Why a file cannot be imported: what is wrong, where, and what to do. */
export function Refused({ file, faults }: { file: string; faults: readonly ImportFault[] }) {
  const { t } = useTranslation()
  const sentenceOf = ({ kind, at, within, expected }: ImportFault) =>
    t(`exchange.fault.${kind}`, {
      at: within.length > 0 ? t('exchange.within', { at, names: within.map((name) => `“${name}”`).join(' › ') }) : at,
      expected,
    })
  const sentences = [...new Set(faults.map(sentenceOf))]
  const rest = sentences.length - shownAtMost
  return (
    <Alert
      type="error"
      showIcon
      title={t('exchange.refused', { file })}
      description={
        <ul className="import-sentences">
          {sentences.slice(0, shownAtMost).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {rest > 0 && <li>{t('exchange.moreFaults', { count: rest })}</li>}
        </ul>
      }
    />
  )
}
