import { ArrowLeftOutlined, ArrowRightOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BuyingRole, ProcessModel } from '#engine'
import { shiftPlaces } from '../commands/order.ts'
import { useDrawing, useModel } from './drawing-store.ts'

/** Lets a role of a layer that signs in turn sign earlier or later. */
export function TurnOrder({ role }: { role: BuyingRole }) {
  const { t } = useTranslation()
  const model = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const turns = turnsOf(model, role)
  const at = turns.indexOf(role.id)
  if (turns.length < 2) return null
  const shift = (by: -1 | 1) => run((model) => shiftPlaces(model, [{ kind: 'role', id: role.id }], by))
  return (
    <Space.Compact block>
      <Button icon={<ArrowLeftOutlined />} disabled={at === 0} onClick={() => shift(-1)} block>
        {t('editing.turnEarlier')}
      </Button>
      <Button icon={<ArrowRightOutlined />} disabled={at === turns.length - 1} onClick={() => shift(1)} block>
        {t('editing.turnLater')}
      </Button>
    </Space.Compact>
  )
}

function turnsOf({ chain }: ProcessModel, { layer }: BuyingRole): string[] {
  const isInTurn = chain.layers.some(({ id, rule }) => id === layer && rule.kind === 'in-turn')
  return isInTurn ? chain.roles.filter((role) => role.layer === layer).map(({ id }) => id) : []
}
