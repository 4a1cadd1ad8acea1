import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import { DomainError } from '../domain-error.ts'
import { unreachable } from '../unreachable.ts'

type SignerEvent = Extract<DealEvent, { kind: 'signer-added' | 'signer-taken-back' | 'sign-off-returned' }>

/** The deal with the signer that the customer added or took back, or with its sign-off sent back to a layer. */
export function applySignerEvent(state: DealState, event: SignerEvent, now: string): DealState {
  const { seq } = state
  switch (event.kind) {
    case 'signer-added': {
      const { kind: _, id, ...signer } = event
      return { ...state, signers: { ...state.signers, [id]: { ...signer, at: now, seq } } }
    }
    case 'signer-taken-back': {
      const signer = state.signers?.[event.signer]
      if (!signer) throw new DomainError('SIGNER_NOT_FOUND', `This deal has no added signer ${event.signer}.`)
      const mark = { takenBackAt: now, takenBackReason: event.reason, seq }
      return { ...state, signers: { ...state.signers, [event.signer]: { ...signer, ...mark } } }
    }
    case 'sign-off-returned': {
      const { kind: _, id, at = now, ...returned } = event
      return { ...state, returns: { ...state.returns, [id]: { ...returned, at, seq } } }
    }
    default:
      return unreachable(event)
  }
}
