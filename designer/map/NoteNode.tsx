import type { NodeProps } from '@xyflow/react'
import { useTranslation } from 'react-i18next'
import type { NoteNode as NoteData } from './flow-nodes.ts'

/** A remark that people leave on the canvas for each other. */
export function NoteNode({ data: { note } }: NodeProps<NoteData>) {
  const { t } = useTranslation()
  return <p className={`map-sticky ${note.text ? '' : 'is-empty'}`}>{note.text || t('map.emptyNote')}</p>
}
