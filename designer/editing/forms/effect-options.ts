import type { ProcessModel } from '#engine'

/** What an action or an answer can bring: of its own stage first, then of the others. */
export function effectOptions(
  model: ProcessModel,
  stage: string | undefined,
  parts: readonly ('elements' | 'commitments')[],
): { label: string; options: { value: string; label: string }[] }[] {
  const own = model.stages.filter(({ id }) => id === stage)
  const others = model.stages.filter(({ id }) => id !== stage)
  return [...own, ...others]
    .map((one) => ({
      label: one.name,
      options: parts.flatMap((part) => one[part].map(({ id, name }) => ({ value: id, label: name }))),
    }))
    .filter(({ options }) => options.length > 0)
}
