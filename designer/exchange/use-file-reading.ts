import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import { bpmnNames } from './bpmn-words.ts'
import type { FileReading } from './read-file.ts'

/** A file that somebody chooses to be a drawing. `model` is there once it has been read as one. */
export type ChosenFile = {
  name: string
  isReading: boolean
  reading: FileReading | undefined
  model: ProcessModel | undefined
  /** Reads a file; of one with several processes that of a pool. Gives the drawing, where it is one. */
  read: (file: File, pool?: string) => Promise<ProcessModel | undefined>
  choosePool: (pool: string) => void
  forget: () => void
}

export function useFileReading(): ChosenFile {
  const { t } = useTranslation()
  const [chosen, choose] = useState<{ file: File; reading?: FileReading }>()
  const { file, reading } = chosen ?? {}

  async function read(file: File, pool?: string): Promise<ProcessModel | undefined> {
    choose({ file })
    const { readFile } = await import('./read-file.ts')
    const reading = await readFile(file, bpmnNames(t), pool)
    choose((now) => (now?.file === file ? { file, reading } : now))
    return modelIn(reading)
  }

  return {
    name: file?.name ?? '',
    isReading: file !== undefined && reading === undefined,
    reading,
    model: modelIn(reading),
    read,
    choosePool: (pool) => file && void read(file, pool),
    forget: () => choose(undefined),
  }
}

const modelIn = (reading: FileReading | undefined) => (reading?.kind === 'read' ? reading.model : undefined)
