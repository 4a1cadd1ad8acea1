import { buildDesigner } from './build-designer.ts'
import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'

/** Makes what the processes of a deployment need beside the code: the database client and the screens. */
await runMain(async () => {
  await generateClient()
  await buildDesigner()
  return 0
})
