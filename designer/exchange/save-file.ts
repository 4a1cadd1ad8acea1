import type { ProcessModel } from '#engine'
import { modelFileSchemaPath, writeModelFile } from '#engine'

/** Hands something to the reader as a file. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // A browser may take the file only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A file's name for a model, without what file systems refuse. */
export const fileName = ({ name }: ProcessModel, ending: string): string =>
  `${name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'model'}.${ending}`

/** Hands a drawing to the reader as a JSON file. */
export function saveModelFile(model: ProcessModel): void {
  const text = writeModelFile(model, new URL(modelFileSchemaPath, location.href).href)
  saveFile(fileName(model, 'json'), new Blob([text], { type: 'application/json' }))
}
