import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Modal, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '#engine'
import { conditionSentence, type Telling } from '../../map/condition-sentence.ts'
import './conditions.css'

/** Fetched when a condition is first changed: most of those who open a drawing only read it. */
const ConditionBuilder = lazy(() =>
  import('./ConditionBuilder.tsx').then((room) => ({ default: room.ConditionBuilder })),
)

type Props = {
  label: string
  value: Condition | undefined
  change: (value: Condition | undefined) => void
  /** What it means that there is none. */
  none: string
  /** The facts that it can ask about, and the words to tell it with. */
  telling: Telling
  readOnly?: boolean
}

/** A condition as a sentence, and the builder to change it. */
export function ConditionEditor({ label, value, change, none, telling, readOnly = false }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<{ condition: Condition }>()
  const open = () => setDraft({ condition: value ?? { all: [] } })
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <p className={value ? 'condition-said' : 'condition-said quiet'}>
        {value ? conditionSentence(value, telling) : none}
      </p>
      {!readOnly && (
        <Button
          size="small"
          icon={value ? <EditOutlined aria-hidden /> : <PlusOutlined aria-hidden />}
          aria-label={t(value ? 'editing.editConditionOf' : 'editing.addConditionOf', { label })}
          onClick={open}
        >
          {t(value ? 'editing.editCondition' : 'editing.addCondition')}
        </Button>
      )}
      <Modal
        open={draft !== undefined}
        title={label}
        width={860}
        okText={t('editing.apply')}
        onCancel={() => setDraft(undefined)}
        onOk={() => {
          change(draft && !isEmpty(draft.condition) ? draft.condition : undefined)
          setDraft(undefined)
        }}
        destroyOnHidden
      >
        {draft && (
          <>
            <Suspense fallback={<Skeleton active />}>
              <ConditionBuilder
                value={draft.condition}
                change={(condition) => setDraft({ condition })}
                telling={telling}
              />
            </Suspense>
            <p className="condition-preview" aria-live="polite">
              {isEmpty(draft.condition) ? none : conditionSentence(draft.condition, telling)}
            </p>
          </>
        )}
      </Modal>
    </div>
  )
}

/** A list that asks for nothing says nothing. */
const isEmpty = (condition: Condition): boolean =>
  ('all' in condition && condition.all.length === 0) || ('any' in condition && condition.any.length === 0)
