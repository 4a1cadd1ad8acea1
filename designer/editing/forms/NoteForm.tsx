import { useTranslation } from 'react-i18next'
import type { Note } from '#engine'
import { putInModel } from '../../commands/chain-commands.ts'
import { useDrawing } from '../drawing-store.ts'
import { TextField } from '../fields/TextField.tsx'

export function NoteForm({ item }: { item: Note }) {
  const { t } = useTranslation()
  const run = useDrawing((drawing) => drawing.run)
  const isFresh = useDrawing(({ fresh }) => fresh?.id === item.id)
  return (
    <TextField
      label={t('editing.noteText')}
      value={item.text}
      rows={4}
      maxLength={2000}
      autoFocus={isFresh}
      hint={t('editing.noteHint')}
      change={(text) =>
        run((model) => putInModel(model, { part: 'notes', item: { ...item, text } }), `${item.id}.text`)
      }
    />
  )
}
