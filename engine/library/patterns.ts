import type { Change } from '../compare/change.ts'
import { diffModels } from '../compare/diff-models.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { commercialProcurement } from './patterns/commercial-procurement.ts'
import { introduced } from './patterns/introduced.ts'
import { publicTenderStep } from './patterns/public-tender-step.ts'
import { topLeader } from './patterns/top-leader.ts'

/**
 * A way in which customers decide, to be added to any model. `changesFor` gives the changes that draw it, with ids that
 * are free there; none where it is drawn already.
 */
export type Pattern = {
  id: string
  names: { en: string; 'zh-Hant': string }
  changesFor: (model: ProcessModel) => Change[]
}

export const patterns: Pattern[] = [
  pattern('top-leader', 'Top-leader project', '一把手工程', topLeader),
  pattern('commercial-procurement', 'Commercial procurement', '商務採購', commercialProcurement),
  pattern('introduced', 'Introduced by an acquaintance', '熟人介紹', introduced),
  pattern('public-tender-step', 'Public tender', '公開招標', publicTenderStep),
]

function pattern(id: string, en: string, chinese: string, draw: (model: ProcessModel) => ProcessModel): Pattern {
  return { id, names: { en, 'zh-Hant': chinese }, changesFor: (model) => diffModels(model, draw(model)) }
}
