import { buildDesigner } from './build-designer.ts'
import { buildWorkflows } from './build-workflows.ts'
import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'

/** Makes what the processes of a deployment need beside the code: the database client, the screens and the workflows’ bundle. */
await runMain(async () => {
  await generateClient()
  await buildDesigner()
  await buildWorkflows()
  return 0
})
