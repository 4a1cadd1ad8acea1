import type { Place, ProcessModel } from '#engine'
import { putInModel } from './chain-commands.ts'
import { renamed } from './renamed.ts'

/** Gives something that is drawn another name; a note another text. Only a note can be without. */
export function renamePlace(model: ProcessModel, { kind, id }: Place, text: string): ProcessModel {
  const next = text.trim()
  if (kind === 'note') {
    const note = model.notes.find((one) => one.id === id)
    return note && note.text !== next ? putInModel(model, { part: 'notes', item: { ...note, text: next } }) : model
  }
  let isOther = false
  const other = renamed(model, {
    id: (_, own) => own,
    name: (of, own, name) => {
      if (next === '' || of !== kind || own !== id || name === next) return name
      isOther = true
      return next
    },
  })
  return isOther ? other : model
}
