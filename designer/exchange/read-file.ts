import { type FileFault, type ProcessModel, readModelFile } from '#engine'
import type { BpmnNames } from './bpmn/bpmn-names.ts'
import type { LeftOut } from './bpmn/left-out.ts'
import type { BpmnReading, Pool } from './bpmn/read-bpmn.ts'

type BpmnFaultKind = Extract<BpmnReading, { kind: 'refused' }>['fault']['kind']
export type ImportFault = Omit<FileFault, 'kind'> & {
  kind: FileFault['kind'] | BpmnFaultKind | 'wrong-kind' | 'file-too-large' | 'unreadable-file'
}
/** A file as a drawing, with what of it has no place there; or why it is none. */
export type FileReading =
  | { kind: 'read'; model: ProcessModel; leftOut: LeftOut[]; pools: Pool[]; pool: string }
  | { kind: 'refused'; faults: ImportFault[] }

/** Megabytes. A larger drawing could not be saved. */
const largestModel = 2

/** Reads a file of any kind that can be imported: by its first character, since names lie. */
export async function readFile(file: File, names: BpmnNames, pool?: string): Promise<FileReading> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return refused('unreadable-file')
  }
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replaceAll('\0', '')
    .replace(/^[\s\ufeff\ufffd]+/, '')
  if (start.startsWith('<')) {
    const { readBpmn } = await import('./bpmn/read-bpmn.ts')
    const reading = await readBpmn(bytes, names, pool)
    return reading.kind === 'read' ? reading : refused(reading.fault.kind, reading.fault.why)
  }
  if (!start.startsWith('{') && !file.name.endsWith('.json')) return refused('wrong-kind')
  if (bytes.length > largestModel * 1_000_000) return refused('file-too-large', String(largestModel))
  const read = readModelFile(new TextDecoder().decode(bytes))
  return 'model' in read
    ? { kind: 'read', model: read.model, leftOut: [], pools: [], pool: '' }
    : { kind: 'refused', faults: read.faults }
}

const refused = (kind: ImportFault['kind'], expected = ''): FileReading => ({
  kind: 'refused',
  faults: [{ kind, at: '', within: [], expected }],
})
