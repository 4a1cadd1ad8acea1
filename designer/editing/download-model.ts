import type { ProcessModel } from '#engine'

/** Hands a drawing to the reader as a JSON file. */
export function downloadModel(model: ProcessModel): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(model, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${model.name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'model'}.json`
  link.click()
  URL.revokeObjectURL(url)
}
