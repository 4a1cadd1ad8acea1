/**
 * What each rule says, in English: what, where, and what to do. The names in braces are the values of the finding.
 * Screens translate by rule and values; a key with `_entry` or `_exit` is i18next's context, which the values carry where
 * the place is one of a stage's two conditions.
 */
export const sentences = {
  'model-without-stage': 'The drawing has no stage. Add the first thing that the customer does.',
  'start-missing':
    'No deal can begin: a transition leads to every stage. Remove the one into the stage where the purchase begins.',
  'stage-unreachable':
    'Stage “{{stage}}” can never be reached: the transitions that it needs do not come from stages that a deal gets to. Draw one from a stage before it, or remove it.',
  'stage-never-left': 'Stage “{{stage}}” can never be left: no transition starts here. Draw one, or mark it as an end.',
  'stage-never-complete':
    'Stage “{{stage}}” can never be completed: what it requires, its conditions and the ways into it rule each other out. Change the condition, or what is required.',
  'stage-never-opens':
    'Stage “{{stage}}” never opens: what it takes to get there contradicts what every deal has passed by then. Change its entry condition, or the transitions that lead to it.',
  'stage-contradicts-earlier':
    'Stage “{{stage}}” can never be completed: it contradicts “{{earlier}}”, which every deal has passed by then. Change what one of them asks for.',
  'clock-never-starts':
    'The time of “{{name}}” starts on “{{from}}”, which nobody can bring. Say who brings it, or let the time start on the opening.',
  'clock-starts-on-own-signature':
    'The time of “{{name}}” starts on “{{from}}”, which is its own signature, so it never runs. Let it start on something that comes before, or on the opening.',
  'threshold-without-value':
    'Threshold “{{threshold}}” has no value. Add one with the date from which it holds, or remove the threshold.',
  'threshold-dates-unordered':
    'Threshold “{{threshold}}” has its values out of order: {{date}} does not come after the date before it. Put the oldest first.',
  'threshold-unused':
    'Nothing compares with threshold “{{threshold}}”, so its values change nothing. Choose it in a condition, or remove it.',
  ...ofCondition(
    'stage-waits-on-later',
    'waits for “{{fact}}”, which comes only at “{{later}}”, and that opens only afterwards. Ask for it later, or call for it earlier.',
  ),
  'branch-gap':
    'A deal with {{deal}} passes stage “{{stage}}” and goes nowhere: no transition is for it. Add a way for it, or one without a condition.',
  'cycle-without-progress':
    'Nothing is required in the cycle “{{stages}}”: a deal that enters one of these stages has passed them all at once. Require something in one of them, or remove a transition.',
  'end-missing':
    'No stage that a deal can reach ends the purchase. Mark the stage in which it is won or lost as an end.',
  'transition-stage-missing':
    'The transition “{{place}}” leads from or to the stage “{{stage}}”, which is not in the drawing. Connect it again, or remove it.',
  'transition-to-itself': 'A transition leads from stage “{{stage}}” to itself, and can never open it. Remove it.',
  'transition-duplicate':
    'More than one transition leads from “{{from}}” to “{{to}}”. Keep one, with a condition that says when to take it.',
  'transition-leads-back':
    'The transition “{{place}}” never does anything: every deal has passed “{{stage}}” by then, and a passed stage opens again only where a fact is withdrawn. Remove it, or draw a stage for the second round.',
  'transition-never-taken':
    'The transition “{{place}}” can never be taken: its condition rules out what “{{stage}}” requires. Change the condition, or what is required.',
  'transition-shadowed':
    'The transition “{{place}}” changes nothing: another one between the same stages is taken whenever it would be. Remove it, or change its condition.',
  'element-nobody-brings':
    'Nobody can bring element “{{element}}” of stage “{{stage}}”: no role discloses it, and no action or support brings it. Say who does.',
  'element-role-missing':
    'Element “{{element}}” is to come from the role “{{role}}”, which is not in the decision chain. Choose another role, or add this one.',
  'commitment-without-role':
    'Commitment “{{commitment}}” of stage “{{stage}}” has no role to give it. Choose who promises it.',
  'commitment-role-missing':
    'Commitment “{{commitment}}” is to come from the role “{{role}}”, which is not in the decision chain. Choose another role, or add this one.',
  'commitment-lapses-first':
    'Stage “{{stage}}” waits longer than commitment “{{commitment}}” holds: it lapses before the stage can be completed. Let it hold longer, or wait less.',
  'action-brings-unknown':
    'Action “{{action}}” is to bring “{{missing}}”, which is neither an element nor a commitment of this drawing. Choose what it brings.',
  'action-without-effect':
    'Action “{{action}}” of stage “{{stage}}” is required and brings nothing, so it is done when somebody says so. Choose the element or commitment that it is for.',
  'action-due-before-answer':
    'Action “{{action}}” is due before the answer to “{{support}}” is, which alone brings what it is for. Give the action more time, or the support less.',
  'action-due-before-sign-off':
    'Action “{{action}}” is due sooner than “{{specialist}}” usually gets through. Give it more time.',
  'support-without-department':
    'Support “{{support}}” calls on no department, so nobody would get the request. Choose one.',
  'support-department-missing':
    'Support “{{support}}” calls on the department “{{department}}”, which is not in the drawing. Choose another one, or add it.',
  'support-without-due':
    'Support “{{support}}” has no due time, so it would never be late. Say by when the answer is needed.',
  'refusal-without-reason':
    'Support “{{support}}” is refused at once under a condition, and says no reason. Say why, and what to do instead.',
  'support-brings-unknown':
    'Support “{{support}}” is to bring “{{missing}}”, which is not an element of this drawing. Choose what its answer brings.',
  'layer-without-role': 'Nobody signs in layer “{{layer}}”: it has no role. Give it one, or remove it.',
  'layer-count-too-high':
    'Layer “{{layer}}” asks for {{needed}} signatures and has no more than {{there}} roles. Ask for fewer, or add roles.',
  'layer-turn-of-one':
    'Layer “{{layer}}” signs in turn and has one role only. Add the roles that sign before or after, or choose another rule.',
  'requester-without-layer-above':
    'Where “{{role}}” asked for the purchase, nobody can sign layer “{{layer}}”: it is the top one, and the layer above is to sign for requesters. Add a role, or change the policy.',
  'layer-never-signed':
    'A condition asks for the sign-off of layer “{{layer}}”, which cannot come: no commitment is asked of “{{roles}}”. Draw one, or change the layer’s rule.',
  'specialist-layer-missing':
    'The department “{{specialist}}” of the customer stands beside the layer “{{layer}}”, which is not in the decision chain. Choose another layer.',
  'specialist-without-role':
    'Nobody signs in the department “{{specialist}}” of the customer: it has no role. Give it one, or remove it.',
  'role-layer-missing':
    'Role “{{role}}” sits in the layer “{{layer}}”, which is not in the decision chain. Choose another layer, or none.',
  'role-specialist-missing':
    'Role “{{role}}” sits in the department “{{specialist}}” of the customer, which is not in the decision chain. Choose another one, or none.',
  'style-leader-missing':
    'The leader of style “{{style}}” is the role “{{role}}”, which is not in the decision chain. Choose another role, or none.',
  'style-leader-covers-nothing':
    'The leader of style “{{style}}”, “{{role}}”, has no layer beneath to cover, so the style changes nothing. Choose a role from a higher layer, or none.',
  'style-leader-promises-nothing':
    'The leader of style “{{style}}”, “{{role}}”, is asked for no commitment, so nothing covers the layers beneath. Draw a commitment of this role, or choose another.',
  'name-duplicate': 'More than one thing here is called “{{name}}”. Give each a name of its own.',
  'id-duplicate': '“{{name}}” and “{{other}}” have the same id “{{id}}”. Give one of them another id.',
  ...ofCondition(
    'condition-fact-unknown',
    'asks for “{{fact}}”, which nobody can bring: the drawing has no such fact. Choose another one, or draw it.',
  ),
  ...ofCondition(
    'condition-threshold-unknown',
    'compares with a threshold that the drawing does not have: {{threshold}}. Add it, or choose another.',
  ),
  ...ofCondition(
    'condition-unordered',
    'asks whether “{{fact}}” is more or less than something, but only numbers, amounts and dates have an order. Ask whether it equals something.',
  ),
  ...ofCondition(
    'condition-list-mismatch',
    'compares “{{fact}}” with one value where a list is asked for, or with a list where one value is. Choose “is one of” for a list, and “equals” for one value.',
  ),
  ...ofCondition(
    'condition-option-unknown',
    'compares “{{fact}}” with “{{value}}”, which is not one of its options: {{options}}. Choose one of these.',
  ),
  ...ofCondition(
    'condition-date-invalid',
    'compares the date “{{fact}}” with “{{value}}”, which is no date. Write it as 2026-03-31.',
  ),
  ...ofCondition(
    'condition-value-mismatch',
    'compares “{{fact}}” with “{{value}}”, which is another kind of value. Choose a value that “{{fact}}” can have.',
  ),
  ...ofCondition(
    'condition-presence-value',
    'asks whether “{{fact}}” is known, with the value “{{value}}”, which would be ignored. Ask whether it is unknown instead, or set the value to true.',
  ),
  ...ofCondition(
    'condition-asks-for-layer',
    'asks for the sign-off of layer “{{layer}}”, but who has to sign is settled before any layer is judged. Ask for a fact instead.',
  ),
  ...ofCondition(
    'condition-never-holds',
    'can never hold: what it asks for contradicts itself. Change or remove one of its parts.',
  ),
  ...ofCondition('condition-always-holds', 'always holds, whatever is known. Remove it, or ask for something.'),
  ...ofCondition(
    'condition-part-shadowed',
    'asks for “{{fact}}” in a part that changes nothing: another part beside it settles the matter. Remove it, or ask for something else.',
  ),
  ...ofCondition(
    'condition-order-dependent',
    'asks for something to be absent or recent ({{facts}}), so what becomes of a deal depends on the order in which things are learnt. Ask for what has to be there, if you can.',
  ),
  'check-crashed':
    'The check “{{check}}” could not be carried out on this drawing ({{reason}}). Tell whoever looks after Keynode, and send the drawing along.',
} as const

/** What a rule says, about a stage's entry condition, its exit condition, or any other condition. */
function ofCondition<const Name extends string, const Says extends string>(rule: Name, says: Says) {
  return {
    [rule]: `The condition of “{{place}}” ${says}`,
    [`${rule}_entry`]: `The entry condition of stage “{{place}}” ${says}`,
    [`${rule}_exit`]: `The exit condition of stage “{{place}}” ${says}`,
  } as Record<Name | `${Name}_entry` | `${Name}_exit`, `The condition of “{{place}}” ${Says}`>
}

type SentenceName = keyof typeof sentences

/** Names of the rules. Each is the complaint. */
export type RuleName = Exclude<SentenceName, `${string}_${string}` | 'check-crashed'>

/** The values that a sentence names. */
export type NamesIn<Sentence extends string> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

/** A rule's sentence with its values in place. */
export function say(rule: RuleName | 'check-crashed', values: Readonly<Record<string, string>>): string {
  const inContext = `${rule}_${values.context}`
  const sentence: string = inContext in sentences ? sentences[inContext as SentenceName] : sentences[rule]
  return sentence.replace(/{{(\w+)}}/g, (_, name: string) => values[name] ?? '')
}
