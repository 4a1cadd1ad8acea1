import { z } from 'zod'
import { modelFormatVersion, type ProcessModel, processModelSchema } from '../model/process-model.ts'
import { type PlainIssue, plainIssues } from './plain-issues.ts'
import { whyUnreadable } from './why-unreadable.ts'

/** Where the JSON Schema of model files is served. */
export const modelFileSchemaPath = '/api/v1/schemas/process-model.json'

/** A model as a file: the model itself, and optionally the address of its JSON Schema. */
const modelFileSchema = processModelSchema.extend({ $schema: z.string().optional() })

/** The JSON Schema (2020-12) of model files, from the schema that reads them. */
export function modelFileJsonSchema(): Record<string, unknown> {
  const described = z.toJSONSchema(modelFileSchema, { io: 'input' })
  return { $id: modelFileSchemaPath, title: 'Keynode process model', ...described }
}

/** A model as the text of a file. `schema` is the address of its JSON Schema, for editors that check while one types. */
export const writeModelFile = (model: ProcessModel, schema: string): string =>
  `${JSON.stringify({ $schema: schema, ...model }, null, 2)}\n`

/**
 * What keeps a file from being read as a model. `at` is the place in the file (`stages[2].elements[0].grade`), `within` the
 * names of what is around it, from the outside in.
 */
export type FileFault = {
  kind:
    | 'not-json'
    | 'not-a-model'
    | 'newer-format'
    | 'broken-character'
    | 'too-deep'
    | 'missing'
    | 'unknown'
    | 'not-allowed'
    | 'wrong-type'
    | 'wrong-value'
  at: string
  within: string[]
  /** What is expected there, or what the reader says about it. */
  expected: string
}

/** Reads the text of a file as a model. What has a default may be left out. */
export function readModelFile(text: string): { model: ProcessModel } | { faults: FileFault[] } {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    return fault('not-json', error instanceof Error ? error.message : '')
  }
  if (typeof given !== 'object' || given === null || !('formatVersion' in given)) return fault('not-a-model')
  const { formatVersion } = given
  if (typeof formatVersion === 'number' && formatVersion > modelFormatVersion)
    return fault('newer-format', String(modelFormatVersion), 'formatVersion')
  const unreadable = whyUnreadable(given)
  if (unreadable) return fault(unreadable)
  const read = modelFileSchema.safeParse(given)
  if (!read.success) return { faults: plainIssues(read.error.issues).map((issue) => faultOf(issue, given)) }
  const { $schema: _, ...model } = read.data
  return { model }
}

const fault = (kind: FileFault['kind'], expected = '', at = ''): { faults: FileFault[] } => ({
  faults: [{ kind, at, within: [], expected }],
})

function faultOf({ path, issue }: PlainIssue, file: object): FileFault {
  const value = valueAt(file, path)
  const place = { at: pathText(path), within: namesAlong(file, path) }
  switch (issue.code) {
    case 'unrecognized_keys':
      return { kind: 'unknown', ...place, expected: '' }
    case 'invalid_value':
      return { kind: value === undefined ? 'missing' : 'not-allowed', ...place, expected: issue.values.join(', ') }
    case 'invalid_type':
      return { kind: value === undefined ? 'missing' : 'wrong-type', ...place, expected: issue.expected }
    default:
      return { kind: value === undefined ? 'missing' : 'wrong-value', ...place, expected: issue.message }
  }
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  )

const member = (of: unknown, key: PropertyKey): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, key)
    ? (of as Record<PropertyKey, unknown>)[key]
    : undefined

const valueAt = (file: object, path: readonly PropertyKey[]): unknown => path.reduce<unknown>(member, file)

/** The names of what a path leads through, without that of the model itself. */
function namesAlong(file: object, path: readonly PropertyKey[]): string[] {
  let at: unknown = file
  return path.flatMap((key) => {
    at = member(at, key)
    const name = member(at, 'name')
    return typeof name === 'string' ? [name] : []
  })
}
