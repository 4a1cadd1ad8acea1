import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { factName, type ValueType } from '#engine'
import { type Ask, notedAsk } from './asks.ts'

const kinds = ['text', 'number', 'flag'] as const
const valueTypes: Record<(typeof kinds)[number], ValueType> = {
  text: { kind: 'text' },
  number: { kind: 'number' },
  flag: { kind: 'flag' },
}

/** Notes a fact that nobody has noted on this deal yet: what it is about, and what kind of value it has. */
export function NoteFact({ known, note }: { known: string[]; note: (ask: Ask) => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<(typeof kinds)[number]>('text')
  const fact = factName.noted(words.trim())
  const isKnown = known.includes(fact)
  function add() {
    if (words.trim() === '' || isKnown) return
    note(notedAsk(fact, valueTypes[kind]))
    setWords('')
  }
  return (
    <div className="note-fact">
      <Input
        aria-label={t('deals.free.fact')}
        placeholder={t('deals.free.factHint')}
        maxLength={150}
        value={words}
        status={isKnown ? 'error' : ''}
        onChange={({ target }) => setWords(target.value)}
        onPressEnter={add}
      />
      <Select
        aria-label={t('deals.free.kind')}
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: t(`deals.free.kinds.${value}`) }))}
      />
      <Button onClick={add} disabled={words.trim() === '' || isKnown}>
        {t('deals.free.note')}
      </Button>
    </div>
  )
}
