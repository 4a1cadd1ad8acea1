import { ArrowRightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Transition } from '#engine'
import { having } from '../../commands/lists.ts'
import { changeTransition } from '../../commands/stage-commands.ts'
import { useDrawing, useModel } from '../drawing-store.ts'
import { ConditionField } from '../fields/ConditionField.tsx'
import { BendsField } from './BendsField.tsx'

export function TransitionForm({ item }: { item: Transition }) {
  const { t } = useTranslation()
  const { stages } = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const select = useDrawing((drawing) => drawing.select)
  const end = (id: string) => (
    <Button type="link" disabled={false} onClick={() => select({ kind: 'stage', id })}>
      {stages.find((stage) => stage.id === id)?.name ?? id}
    </Button>
  )
  return (
    <>
      <p className="transition-ends">
        {end(item.from)} <ArrowRightOutlined /> {end(item.to)}
      </p>
      <ConditionField
        label={t('editing.taken')}
        value={item.condition}
        none={t('editing.takenNone')}
        change={(condition) => run((model) => changeTransition(model, having(item, 'condition', condition)))}
      />
      <BendsField transition={item.id} />
    </>
  )
}
