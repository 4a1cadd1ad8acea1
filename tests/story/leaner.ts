import type { ProcessModel } from '#engine'

const dropped = 'problem-disclosed'

/** The drawing without that stage, and what leads past it. */
export function leaner(model: ProcessModel): ProcessModel {
  const before = model.transitions.find(({ to }) => to === dropped)?.from ?? ''
  const after = model.transitions.find(({ from }) => from === dropped)?.to ?? ''
  return {
    ...model,
    stages: model.stages.filter(({ id }) => id !== dropped),
    transitions: [
      ...model.transitions.filter(({ from, to }) => from !== dropped && to !== dropped),
      { id: 'past-it', from: before, to: after },
    ],
  }
}
