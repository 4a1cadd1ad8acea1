import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkModel, processModelSchema } from '#engine'
import { readBpmn } from '../../designer/exchange/bpmn/read-bpmn.ts'
import { sharedData } from '../../vitest.config.ts'
import { bpmnNames } from '../support/bpmn-names.ts'

const folder = join(sharedData, 'bpmn')
const files = readdirSync(folder).filter((file) => file.endsWith('.bpmn'))

describe('the BPMN files of the interchange working group', () => {
  it('are 21', () => expect(files.length).toBe(21))

  it.each(files)('%s is read as a drawing that could be published', async (file) => {
    const reading = await readBpmn(readFileSync(join(folder, file)), bpmnNames)
    if (reading.kind === 'refused') throw new Error(reading.fault.kind)
    const { model, pools, leftOut } = reading
    expect(model).toEqual(processModelSchema.parse(model))
    expect(model.stages.length).toBeGreaterThanOrEqual(pools[0]?.steps === undefined ? 1 : Math.min(4, pools[0].steps))
    expect(checkModel(model).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(leftOut.every(({ count }) => count > 0)).toBe(true)
    for (const { id } of pools)
      expect(await readBpmn(readFileSync(join(folder, file)), bpmnNames, id)).toMatchObject({ pool: id })
  })
})
