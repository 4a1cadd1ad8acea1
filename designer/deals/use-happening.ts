import { useTranslation } from 'react-i18next'
import { type Change, unreachable } from '#engine'
import type { AttachedFile, DealEvent, ObservationInput } from '#engine/deal'
import { useChangeSentence } from '../map/use-change-sentence.ts'
import { useDealView } from './deal-view.ts'
import { useShownFact } from './use-shown-fact.ts'

/** What happened in words: its title, what somebody wrote, and the facts and files that it brought. */
export type Happening = { title: string; said: string; learnt: string[]; files?: AttachedFile[] }

/** `people` are the names of those of whom events tell, by their ids. */
export function useHappening(people: Record<string, string>): (event: DealEvent) => Happening {
  const { t } = useTranslation()
  const { page, names, departmentName } = useDealView()
  const nameOf = (id: string) => people[id] ?? t('deals.somebody')
  const show = useShownFact()
  const tellChange = useChangeSentence()
  const { state, model } = page
  const requestName = (id: string) => state.supportRequests[id]?.name ?? id
  const statement = (id: string) => state.objections[id]?.statement ?? id
  const told = (title: string, said = ''): Happening => ({ title, said, learnt: [] })
  const changed = (changes: Change[]) => changes.map((one) => tellChange(one, { before: model, after: model }))
  const learning = (observations: ObservationInput[]) =>
    observations.map(({ fact, value, grade }) => {
      const shown = show(fact, names.fact(fact)?.value, value, model.currency)
      return t('deals.history.learnt', { fact: names.label(fact), value: shown, grade: t(`words.grade.${grade}`) })
    })

  return (event) => {
    switch (event.kind) {
      case 'opened':
        return { ...told(t('deals.history.opened')), learnt: learning(event.observations) }
      case 'interaction-recorded': {
        const { kind, note, participants } = event.interaction
        const words = { kind: t(`words.interactionKind.${kind}`), people: participants.join(', ') }
        const title = t(participants.length > 0 ? 'deals.history.interactionWith' : 'deals.history.interaction', words)
        const files = filesOf([event.interaction, ...event.observations])
        return { title, said: note, learnt: learning(event.observations), files }
      }
      case 'observation-withdrawn': {
        const fact = state.observations[event.observation]?.fact ?? event.observation
        return told(t('deals.history.withdrawn', { fact: names.label(fact) }), event.reason)
      }
      case 'task-added':
        return told(t('deals.history.taskAdded', { name: event.name }))
      case 'task-completed':
        return told(t('deals.history.taskDone', { task: state.tasks[event.task]?.name ?? event.task }), event.note)
      case 'objection-raised':
        return told(t('deals.history.objectionRaised', { type: names.objectionType(event.type) }), event.statement)
      case 'objection-planned':
        return {
          ...told(t('deals.history.objectionPlanned', { statement: statement(event.objection) })),
          learnt: event.steps,
        }
      case 'objection-implemented':
        return told(t('deals.history.objectionImplemented', { statement: statement(event.objection) }), event.note)
      case 'objection-fed-back':
        return told(t('deals.history.objectionFedBack', { statement: statement(event.objection) }), event.feedback)
      case 'objection-supervised':
        return told(t('deals.history.objectionSupervised', { statement: statement(event.objection) }), event.note)
      case 'objection-closed':
        return told(
          t('deals.history.objectionClosed', {
            statement: statement(event.objection),
            outcome: t(`words.outcome.${event.outcome}`),
          }),
        )
      case 'objection-reopened':
        return told(t('deals.history.objectionReopened', { statement: statement(event.objection) }), event.reason)
      case 'support-answered': {
        const name = requestName(event.request)
        const title = t('deals.history.supportAnswered', { name, verdict: t(`words.verdict.${event.verdict}`) })
        const files = filesOf([event, ...event.observations])
        return { title, said: event.note, learnt: learning(event.observations), files }
      }
      case 'task-taken-back':
        return told(
          t('deals.history.taskTakenBack', { name: state.tasks[event.task]?.name ?? event.task }),
          event.reason,
        )
      case 'support-taken-back':
        return told(t('deals.history.supportTakenBack', { name: requestName(event.request) }), event.reason)
      case 'support-asked-again':
        return told(t('deals.history.supportAskedAgain', { name: requestName(event.request) }), event.reason)
      case 'support-routed':
        return told(
          t(event.from === undefined ? 'deals.history.supportRouted' : 'deals.history.supportGivenAnew', {
            name: requestName(event.request),
          }),
        )
      case 'support-accepted':
        return told(t('deals.history.supportAccepted', { name: requestName(event.request) }))
      case 'support-asked-back':
        return told(t('deals.history.supportAskedBack', { name: requestName(event.request) }), event.question)
      case 'support-question-answered':
        return told(t('deals.history.supportQuestionAnswered', { name: requestName(event.request) }), event.answer)
      case 'support-handed-over': {
        const words = { name: requestName(event.request), to: nameOf(event.to) }
        return told(t('deals.history.supportHandedOver', words), event.note)
      }
      case 'support-requested': {
        const of = event.of.kind === 'manager' ? nameOf(event.of.manager) : departmentName(event.of.department)
        const asked = told(t('deals.history.supportRequested', { name: event.name, of }), event.details)
        return event.files ? { ...asked, files: event.files } : asked
      }
      case 'deal-locked':
        return told(t('deals.history.locked', { department: departmentName(event.department) }), event.reason)
      case 'deal-unlocked':
        return told(t('deals.history.unlocked', { department: departmentName(event.department) }), event.note)
      case 'deviated': {
        const { deviation } = event
        if (deviation.kind === 'drop-action')
          return told(t('deals.deviate.did.drop-action', { target: names.action(deviation.action) }), event.reason)
        const target = deviation.kind === 'add-action' ? deviation.name : names.stage(deviation.stage)
        return told(t(`deals.deviate.did.${deviation.kind}`, { target }), event.reason)
      }
      case 'person-named':
        return told(t('deals.history.personNamed', { name: event.name, role: names.role(event.role) }), event.title)
      case 'person-changed': {
        const stance = t(`words.stance.${event.stance}`)
        return told(t('deals.history.personChanged', { name: event.name, role: names.role(event.role), stance }))
      }
      case 'person-removed': {
        const name = state.people?.[event.person]?.name ?? event.person
        return told(t('deals.history.personRemoved', { name }), event.reason)
      }
      case 'signer-added': {
        const { specialist, layer, name, place } = event
        const words = { name, where: names.layer(specialist ?? layer) }
        return told(t(`deals.history.signerAdded.${place}`, words), event.reason)
      }
      case 'signer-taken-back':
        return told(t('deals.history.signerTakenBack', { name: names.role(event.signer) }), event.reason)
      case 'sign-off-returned':
        return told(
          t('deals.history.signOffReturned', { layer: names.layer(event.specialist ?? event.layer) }),
          event.reason,
        )
      case 'style-chosen':
        return told(t('deals.deviate.did.choose-style', { target: names.style(event.style) }), event.reason)
      case 'model-adapted':
        return { ...told(t('deals.history.modelAdapted'), event.reason), learnt: changed(event.changes) }
      case 'model-moved':
        return {
          ...told(
            t(event.undoes ? 'deals.history.modelMovedBack' : 'deals.history.modelMoved', { version: event.version }),
          ),
          learnt: changed(event.own ?? []),
        }
      case 'closed':
        return told(t('deals.history.closed', { outcome: t(`words.dealOutcome.${event.outcome}`) }), event.reason)
      case 'woken':
        return told(t('deals.history.woken'))
      default:
        return unreachable(event)
    }
  }
}

/** The files of an event, each once: one may be the evidence of several facts. */
const filesOf = (of: { files?: AttachedFile[] | undefined }[]): AttachedFile[] => [
  ...new Map(of.flatMap(({ files = [] }) => files.map((file) => [file.id, file] as const))).values(),
]
