import { catalogueOf } from '../facts/catalogue.ts'
import type { Fact } from '../facts/fact.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { oncePer } from './once-per.ts'

/** A model's facts by name. */
export const factsOf = oncePer(
  (model: ProcessModel): ReadonlyMap<string, Fact> => new Map(catalogueOf(model).map((fact) => [fact.name, fact])),
)
