import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { useModel } from './drawing-store.ts'

/** Moves a layer up the ladder, towards the decider, or down. */
export function LayerOrder({ layer, shift }: { layer: string; shift: (by: -1 | 1) => void }) {
  const { t } = useTranslation()
  const { layers } = useModel().chain
  const at = layers.findIndex(({ id }) => id === layer)
  return (
    <Space.Compact block>
      <Button icon={<ArrowUpOutlined />} disabled={at === layers.length - 1} onClick={() => shift(-1)} block>
        {t('editing.layerUp')}
      </Button>
      <Button icon={<ArrowDownOutlined />} disabled={at === 0} onClick={() => shift(1)} block>
        {t('editing.layerDown')}
      </Button>
    </Space.Compact>
  )
}
