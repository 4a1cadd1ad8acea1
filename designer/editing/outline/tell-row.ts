import type { Place, ProcessModel } from '#engine'
import { conditionSentence, type Telling } from '../../map/condition-sentence.ts'
import { shortTime } from '../../map/tell-value.ts'

/** What a row says of its thing beside its name, as the card on the map does: who gives it, when, under which condition. */
export function tellRow(model: ProcessModel, { kind, id, stage }: Place, telling: Telling): string[] {
  const { t } = telling
  const owner = model.stages.find((one) => one.id === stage)
  const find = <Item extends { id: string }>(items: readonly Item[] | undefined) => items?.find((one) => one.id === id)
  const when = (condition: Parameters<typeof conditionSentence>[0] | undefined, word: string) =>
    condition ? `${t(word)} ${conditionSentence(condition, telling)}` : ''
  const only = (condition: Parameters<typeof conditionSentence>[0] | undefined) =>
    condition ? t('map.when', { condition: conditionSentence(condition, telling) }) : ''
  const roleName = (role: string | undefined) => model.chain.roles.find((one) => one.id === role)?.name
  const due = (time: Parameters<typeof shortTime>[0] | undefined) =>
    time ? t('map.due', { time: shortTime(time, t) }) : ''
  const optional = (required: boolean) => (required ? '' : t('map.optional'))
  const grade = (asked: string) => (asked === 'said' ? '' : t('map.asks', { grade: t(`words.grade.${asked}`) }))
  const told = (): string[] => {
    switch (kind) {
      case 'stage': {
        const one = find(model.stages)
        return one
          ? [one.end ? t(`map.end.${one.end}`) : '', when(one.entry, 'map.opens'), when(one.exit, 'map.done')]
          : []
      }
      case 'transition':
        return [only(find(model.transitions)?.condition)]
      case 'element': {
        const one = find(owner?.elements)
        const from = one?.from.flatMap((role) => roleName(role) ?? []).join(t('map.condition.list'))
        return one
          ? [
              t(`map.valueType.${one.value.kind}`),
              from ? t('map.gives', { role: from }) : '',
              grade(one.grade),
              optional(one.required),
            ]
          : []
      }
      case 'commitment': {
        const one = find(owner?.commitments)
        const role = roleName(one?.role)
        return one ? [role ? t('map.gives', { role }) : t('map.nobody'), grade(one.grade), optional(one.required)] : []
      }
      case 'action': {
        const one = find(owner?.actions)
        return one ? [due(one.due), optional(one.required)] : []
      }
      case 'support': {
        const one = find(owner?.support ?? model.objectionTypes.flatMap(({ support }) => support))
        const department = model.departments.find((dept) => dept.id === one?.department)?.name
        return one ? [department ?? t('map.noDepartment'), due(one.due), only(one.when)] : []
      }
      case 'layer': {
        const one = find(model.chain.layers)
        const count = one?.rule.kind === 'at-least' ? { count: one.rule.count } : {}
        return one ? [t(`map.rule.${one.rule.kind}`, count), only(one.when)] : []
      }
      case 'specialist':
        return [only(find(model.chain.specialists)?.when)]
      case 'role': {
        const one = find(model.chain.roles)
        return one ? [t(`words.buyingRoleKind.${one.kind}`)] : []
      }
      case 'attribute': {
        const one = find(model.attributes)
        return one ? [t(`map.valueType.${one.value.kind}`)] : []
      }
      case 'objection-type': {
        const one = find(model.objectionTypes)
        return one ? [t(`words.strategy.${one.strategy}`), one.blocks ? t('editing.objectionBlocks') : ''] : []
      }
      default:
        return []
    }
  }
  return told().filter(Boolean)
}
