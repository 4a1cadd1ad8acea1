import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDrawing } from '../../tests/support/a-drawing.ts'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { libraryModels } from '../library/index.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'
import { modelFileJsonSchema, modelFileSchemaPath, readModelFile, writeModelFile } from './model-file.ts'

const ajv = new Ajv({ strict: false })
addFormats(ajv)
const accepts = ajv.compile(modelFileJsonSchema())
const fileOf = (model: ProcessModel) => writeModelFile(model, modelFileSchemaPath)
const small = processModelSchema.parse(
  aDrawing({ need: { elements: [{ id: 'budget', name: 'Budget', value: { kind: 'money' } }] } }),
)

/** The file of a drawing after somebody's hand was in it. */
function faultsOf(change: (file: ReturnType<typeof JSON.parse>) => void) {
  const file = JSON.parse(fileOf(small))
  change(file)
  const read = readModelFile(JSON.stringify(file))
  return 'faults' in read ? read.faults.map(({ kind, at, within }) => [kind, at, within.join(' › ')]) : []
}

describe('a model file', () => {
  it('gives back the very model that it was written from, whatever the drawing', () => {
    fc.assert(
      fc.property(anyDrawing, (model) => {
        expect(readModelFile(fileOf(model))).toEqual({ model })
      }),
      { numRuns: 1000 },
    )
  })

  it('of every library model holds to the published JSON Schema', () => {
    for (const { model } of libraryModels)
      expect([accepts(JSON.parse(fileOf(model))), accepts.errors]).toEqual([true, null])
  })

  it('of any drawing holds to the published JSON Schema', () => {
    fc.assert(fc.property(anyDrawing, (model) => accepts(JSON.parse(fileOf(model)))))
  })

  it('says where a member is missing, unknown, or not what it should be', () => {
    expect(faultsOf((file) => delete file.stages[0].elements[0].value)).toEqual([
      ['missing', 'stages[0].elements[0].value', 'Need stated › Budget'],
    ])
    expect(faultsOf((file) => (file.stages[0].colour = 'red'))).toEqual([
      ['unknown', 'stages[0].colour', 'Need stated'],
    ])
    expect(faultsOf((file) => (file.stages[1].end = 'draw'))).toEqual([
      ['not-allowed', 'stages[1].end', 'Contract signed'],
    ])
    expect(faultsOf((file) => (file.stages = 'none'))).toEqual([['wrong-type', 'stages', '']])
    expect(faultsOf((file) => (file.stages[0].id = 'Need!'))).toEqual([['wrong-value', 'stages[0].id', 'Need stated']])
    expect(
      faultsOf((file) => (file.stages[0].exit = { all: [{ fact: 'element.budget', operator: 'is' }] })),
    ).toContainEqual(['not-allowed', 'stages[0].exit.all[0].operator', 'Need stated'])
  })

  it('that is no JSON, no model, too new or hostile is refused as a whole', () => {
    const kindOf = (text: string) => {
      const read = readModelFile(text)
      return 'faults' in read && read.faults.map(({ kind }) => kind)
    }
    expect(kindOf('{ "formatVersion": 1,')).toEqual(['not-json'])
    expect(kindOf('[1, 2]')).toEqual(['not-a-model'])
    expect(kindOf('{ "name": "Other" }')).toEqual(['not-a-model'])
    expect(kindOf('{ "formatVersion": 2, "shape": "new" }')).toEqual(['newer-format'])
    expect(kindOf('{ "formatVersion": 1, "name": "a\\u0000b" }')).toEqual(['broken-character'])
    const deep = `${'{"not":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    expect(kindOf(`{ "formatVersion": 1, "name": "Deep", "stages": [${deep}] }`)).toEqual(['too-deep'])
  })
})

it('the JSON Schema in the documents is the one that is served', async () => {
  const served = `${JSON.stringify(modelFileJsonSchema(), null, 2)}\n`
  await expect(served).toMatchFileSnapshot('../../docs/process-model.schema.json')
})
