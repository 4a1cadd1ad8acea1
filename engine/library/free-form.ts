import { buyingRoleKinds } from '../model/decision-chain.ts'
import { objectionKinds } from '../model/objection-type.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'

/**
 * The model of deals that have none: it asks nothing, and knows buying roles and objections by their kinds, so that people
 * can be named and objections raised. Whatever is learnt is noted under a name of its own.
 */
export const freeForm = (name: string): ProcessModel =>
  processModelSchema.parse({
    formatVersion: 1,
    name,
    chain: { roles: buyingRoleKinds.map((kind) => ({ id: kind, name: kind, kind })) },
    objectionTypes: objectionKinds.map((kind) => ({ id: kind, name: kind })),
  })
