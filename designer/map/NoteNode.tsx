import type { NodeProps } from '@xyflow/react'
import type { NoteNode as NoteData } from './flow-nodes.ts'
import { NameInPlace } from './NameInPlace.tsx'
import { isSame, useScene, useWords } from './scene.ts'

/** A remark that people leave on the canvas for each other. */
export function NoteNode({ data: { note } }: NodeProps<NoteData>) {
  const t = useWords()
  const { editing } = useScene()
  const place = { kind: 'note', id: note.id } as const
  const isNaming = isSame(editing?.naming, place)
  return (
    <p className={`map-sticky ${note.text || isNaming ? '' : 'is-empty'}`}>
      {note.text || isNaming ? <NameInPlace place={place} name={note.text} /> : t('map.emptyNote')}
    </p>
  )
}
