import { z } from 'zod'
import type { ProcessModel } from '../model/process-model.ts'
import { applyChanges } from './apply-changes.ts'
import { changeSchema } from './change.ts'
import { diffModels } from './diff-models.ts'
import { type Merge, mergeModels } from './merge-models.ts'

/** What a segment does otherwise than the company, or a deal otherwise than its segment: changes, and nothing else. */
export const overlaySchema = z.array(changeSchema).meta({ id: 'Overlay' })
export type Overlay = z.infer<typeof overlaySchema>

/** What a model does otherwise than its base. */
export const overlayOf = (base: ProcessModel, model: ProcessModel): Overlay => diffModels(base, model)

/**
 * A base with an overlay. Where the base has changed since, `drawnOn` is the one that the overlay was drawn on: what
 * changed in the base is in the model too, and what both changed otherwise is in the conflicts, `ours` being the overlay's.
 * Once they are resolved, `overlayOf(base, model)` is the overlay on the new base.
 * @throws DomainError CHANGES_DO_NOT_FIT where the overlay was drawn on another base.
 */
export function withOverlay(base: ProcessModel, overlay: Overlay, drawnOn = base): Merge {
  return mergeModels(drawnOn, applyChanges(drawnOn, overlay), base)
}
