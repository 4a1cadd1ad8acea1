import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { Person, PersonInput } from '../deal/person.ts'
import { DomainError } from '../domain-error.ts'
import { unreachable } from '../unreachable.ts'

export type PersonEvent = Extract<DealEvent, { kind: 'person-named' | 'person-changed' | 'person-removed' }>

/** The deal with the person that an event names, changes or removes. Who was removed is kept, marked as gone. */
export function applyPersonEvent(state: DealState, event: PersonEvent, now: string): DealState {
  const put = (id: string, person: Person): DealState => ({ ...state, people: { ...state.people, [id]: person } })
  switch (event.kind) {
    case 'person-named': {
      const { kind: _, id, ...person } = event
      return put(id, { ...person, ...awayFrom(person, now), at: now, seq: state.seq })
    }
    case 'person-changed': {
      const { kind: _, id: __, person, ...changed } = event
      return put(person, { ...changed, ...awayFrom(changed, now), at: now, seq: state.seq })
    }
    case 'person-removed': {
      const person = state.people?.[event.person]
      if (!person) throw new DomainError('PERSON_NOT_FOUND', `This deal has no person ${event.person}.`)
      return put(event.person, { ...person, leftAt: now, leftReason: event.reason, seq: state.seq })
    }
    default:
      return unreachable(event)
  }
}

const awayFrom = ({ away }: PersonInput, now: string): Pick<Person, 'away'> =>
  away ? { away: { ...away, from: away.from ?? now } } : {}
