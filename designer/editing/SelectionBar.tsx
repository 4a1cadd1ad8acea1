import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  ColumnHeightOutlined,
  ColumnWidthOutlined,
  CopyOutlined,
  DeleteOutlined,
  VerticalAlignBottomOutlined,
  VerticalAlignMiddleOutlined,
  VerticalAlignTopOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Arrangement, alignments, distributions } from '../commands/arrange.ts'
import { useDrawing } from './drawing-store.ts'
import type { Hand } from './hand.ts'
import { IconButton } from './PartList.tsx'

const icons: Record<Arrangement, ReactNode> = {
  left: <AlignLeftOutlined />,
  center: <AlignCenterOutlined />,
  right: <AlignRightOutlined />,
  top: <VerticalAlignTopOutlined />,
  middle: <VerticalAlignMiddleOutlined />,
  bottom: <VerticalAlignBottomOutlined />,
  across: <ColumnWidthOutlined />,
  down: <ColumnHeightOutlined />,
}

/** What can be done with several things at once. */
export function SelectionBar({ hand }: { hand: Hand }) {
  const { t } = useTranslation()
  const chosen = useDrawing((drawing) => drawing.chosen)
  if (chosen.length < 2) return null
  const stages = chosen.filter(({ kind }) => kind === 'stage').length
  const shown: Arrangement[] = [...(stages > 1 ? alignments : []), ...(stages > 2 ? distributions : [])]
  return (
    <section className="selection-bar" aria-label={t('editing.chosen', { count: chosen.length })}>
      <strong>{t('editing.chosen', { count: chosen.length })}</strong>
      {shown.map((how) => (
        <IconButton key={how} label={t(`editing.arrange.${how}`)} icon={icons[how]} act={() => hand.arrange(how)} />
      ))}
      <IconButton label={t('editing.duplicate')} icon={<CopyOutlined />} act={hand.duplicate} />
      <IconButton label={t('editing.delete')} icon={<DeleteOutlined />} act={hand.remove} />
    </section>
  )
}
