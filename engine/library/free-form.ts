import { buyingRoleKinds } from '../model/decision-chain.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'

/**
 * The model of deals that have none: it asks nothing, and knows the buying roles by their kinds, so that people can be
 * named. Whatever is learnt is noted under a name of its own.
 */
export const freeForm = (name: string): ProcessModel =>
  processModelSchema.parse({
    formatVersion: 1,
    name,
    chain: { roles: buyingRoleKinds.map((kind) => ({ id: kind, name: kind, kind })) },
  })
