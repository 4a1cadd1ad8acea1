import {
  BorderOuterOutlined,
  ColumnWidthOutlined,
  CompressOutlined,
  InsertRowRightOutlined,
  MinusOutlined,
  PlusOutlined,
  VerticalAlignMiddleOutlined,
} from '@ant-design/icons'
import { Panel, useReactFlow } from '@xyflow/react'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MapNode } from './flow-nodes.ts'
import { useScene } from './scene.ts'

type Props = { isBoxing?: boolean; setBoxing?: (isBoxing: boolean) => void }

/** How the canvas is looked at. With `setBoxing` a drag can be made to draw a box around what it chooses, instead of moving the canvas. */
export function MapControls({ isBoxing, setBoxing }: Props) {
  const { t } = useTranslation()
  const { model, folding, editing } = useScene()
  const { zoomIn, zoomOut, fitView, getNodes } = useReactFlow<MapNode>()
  const showStages = () =>
    fitView({ nodes: getNodes().filter(({ type }) => type === 'stage'), duration: 250, padding: 0.05, maxZoom: 1 })
  const controls = [
    { says: t('map.zoomIn'), icon: <PlusOutlined />, act: () => zoomIn({ duration: 150 }) },
    { says: t('map.zoomOut'), icon: <MinusOutlined />, act: () => zoomOut({ duration: 150 }) },
    { says: t('map.fitStages'), icon: <ColumnWidthOutlined />, act: showStages },
    ...(folding
      ? [
          {
            says: t('map.foldAll'),
            icon: <VerticalAlignMiddleOutlined />,
            act: () => folding.fold(model.stages.map(({ id }) => id)),
          },
        ]
      : []),
    { says: t('map.fit'), icon: <CompressOutlined />, act: () => fitView({ duration: 250, padding: 0.05 }) },
  ]
  return (
    <Panel position="bottom-center" className="map-controls">
      {setBoxing && (
        <Tooltip title={t('map.box')} placement="top">
          <Button
            type={isBoxing ? 'primary' : 'text'}
            size="small"
            icon={<BorderOuterOutlined />}
            aria-label={t('map.box')}
            aria-pressed={isBoxing}
            onClick={() => setBoxing(!isBoxing)}
          />
        </Tooltip>
      )}
      {editing && (
        <Tooltip title={t('map.space')} placement="top">
          <Button
            type={editing.spacing ? 'primary' : 'text'}
            size="small"
            icon={<InsertRowRightOutlined />}
            aria-label={t('map.space')}
            aria-pressed={editing.spacing}
            onClick={() => editing.space(!editing.spacing)}
          />
        </Tooltip>
      )}
      {controls.map(({ says, icon, act }) => (
        <Tooltip key={says} title={says} placement="top">
          <Button type="text" size="small" icon={icon} aria-label={says} onClick={() => void act()} />
        </Tooltip>
      ))}
    </Panel>
  )
}
