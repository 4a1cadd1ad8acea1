import { type ProcessModel, type ProcessModelDraft, processModelSchema } from '../model/process-model.ts'
import { enterpriseSoftware } from './enterprise-software/index.ts'
import { meddpicc } from './meddpicc.ts'
import { publicTender } from './public-tender/index.ts'
import { smallPurchase } from './small-purchase.ts'

/** A model that ships with Keynode, to start a segment's own drawing from. */
export type LibraryModel = {
  id: string
  name: string
  names: { en: string; 'zh-Hant': string }
  model: ProcessModel
}

export const libraryModels: LibraryModel[] = [
  entry('enterprise-software', '企業軟體採購', enterpriseSoftware),
  entry('public-tender', '公開招標採購', publicTender),
  entry('meddpicc', 'MEDDPICC 骨架', meddpicc),
  entry('small-purchase', '小額採購', smallPurchase),
]

function entry(id: string, chinese: string, draft: ProcessModelDraft): LibraryModel {
  const model = processModelSchema.parse(draft)
  return { id, name: model.name, names: { en: model.name, 'zh-Hant': chinese }, model }
}
