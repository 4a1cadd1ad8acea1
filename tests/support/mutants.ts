import type { Finding, ProcessModel } from '#engine'
import { type Fault, faults } from './faults.ts'

export type Mutant = { fault: Fault; site: string; model: ProcessModel; valid: ProcessModel }

/** Several mutants of each drawing, each with another fault, chosen by number alone. */
export function mutantsOf(models: readonly ProcessModel[], each: number): Mutant[] {
  return models.flatMap((valid, n) => {
    const possible = faults
      .map((_, k) => faults[(k * 7 + n * 5) % faults.length] as Fault)
      .filter((fault) => fault.sites(valid).length > 0)
    return possible.slice(0, each).map((fault, k): Mutant => {
      const sites = fault.sites(valid)
      const site = sites[(n + k) % sites.length] as string
      const model = structuredClone(valid)
      fault.spoil(model, site)
      return { fault, site, model, valid }
    })
  })
}

/** What is complained about, by the first of the fault's rules that complains. */
export function finds(findings: readonly Finding[], { fault }: Mutant): Finding | undefined {
  return fault.rules.flatMap((name) => findings.find(({ rule }) => rule === name) ?? [])[0]
}
