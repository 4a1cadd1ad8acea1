import type { Condition } from '../../model/condition.ts'
import type { ProcessModel } from '../../model/process-model.ts'
import { days, isKnown, isUnknown } from '../drawing.ts'
import { called, decidingStage, drawn, freshId, freshName, withInChain, withInStage } from './sketch.ts'

const style = 'Commercial procurement'
const compared = 'Quotes compared'

/** Quotes are compared by the rules of the house: in deals of this style, the choice waits for the comparison. */
export function commercialProcurement(model: ProcessModel): ProcessModel {
  const styled = withStyle(model)
  const stage = decidingStage(styled)
  const id = called(styled.chain.styles, style)?.id
  if (
    !stage ||
    !id ||
    called(
      styled.stages.flatMap(({ elements }) => elements),
      compared,
    )
  )
    return styled
  const [quotes, place] = [freshId(styled, 'quotes-compared'), freshId(styled, 'our-quote')]
  const from = styled.chain.roles
    .filter(({ kind }) => kind === 'handler' || kind === 'gatekeeper')
    .map((role) => role.id)
  const asked = withInStage(styled, stage.id, {
    elements: [
      {
        id: quotes,
        name: compared,
        value: { kind: 'number', unit: 'quotes' },
        required: false,
        from,
      },
      {
        id: place,
        name: freshName(styled, 'Place of our quote disclosed'),
        value: { kind: 'choice', options: ['first', 'second', 'further down'] },
        required: false,
        from,
      },
    ],
    actions: [
      {
        id: freshId(styled, 'ask-for-comparison'),
        name: 'Ask how the quotes compare',
        brings: [quotes, place],
        required: false,
        due: days(7),
      },
    ],
  })
  const waits: Condition = {
    any: [
      isUnknown('style'),
      { fact: 'style', operator: 'notEqual', value: id },
      { all: [isKnown(`element.${quotes}`), isKnown(`element.${place}`)] },
    ],
  }
  const stages = asked.stages.map((one) =>
    one.id === stage.id ? { ...one, exit: one.exit ? { all: [one.exit, waits] } : waits } : one,
  )
  return drawn({ ...asked, stages })
}

function withStyle(model: ProcessModel): ProcessModel {
  if (called(model.chain.styles, style)) return model
  return withInChain(model, {
    styles: [
      {
        id: freshId(model, 'commercial-procurement'),
        name: style,
        description: 'The buyers lead it: quotes are compared before anybody chooses.',
      },
    ],
  })
}
