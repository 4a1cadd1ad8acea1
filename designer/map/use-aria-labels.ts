import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapEdge, MapNode } from './flow-nodes.ts'
import type { Mark } from './marks.ts'
import { useScene } from './scene.ts'

/** What a screen reader says of a node or a line, and of how it differs from another drawing. */
export function useAriaLabels(): (one: MapNode | MapEdge, mark?: Mark) => string {
  const { t } = useTranslation()
  const nameOf = useNames()
  return useCallback(
    (one, mark) => (mark ? t('map.marked', { what: nameOf(one), mark: t(`map.mark.${mark}`) }) : nameOf(one)),
    [t, nameOf],
  )
}

function useNames(): (one: MapNode | MapEdge) => string {
  const { t } = useTranslation()
  const { model } = useScene()
  return useCallback(
    (one) => {
      const stageName = (id: string) => model.stages.find((stage) => stage.id === id)?.name ?? id
      switch (one.type) {
        case 'stage': {
          const { stage, live } = one.data.card
          return live
            ? t('map.stageStands', { name: stage.name, status: t(`words.stageStatus.${live.status}`) })
            : t('map.stageOf', { name: stage.name })
        }
        case 'layer':
          return one.data.layer ? t('map.layerOf', { name: one.data.layer.name }) : t('map.beside')
        case 'role':
          return t('map.roleOf', {
            name: one.data.role.name,
            kind: one.data.role.kind ? t(`words.buyingRoleKind.${one.data.role.kind}`) : t('map.added'),
          })
        case 'specialist':
          return t('map.specialistOf', { name: one.data.specialist.name })
        case 'note':
          return t('map.noteOf', { name: one.data.note.text })
        case 'lane':
          return t('map.laneOf', { name: one.data.department?.name ?? t('map.noDepartment') })
        case 'transition':
          return one.data
            ? t('map.transitionOf', {
                from: stageName(one.data.transition.from),
                to: stageName(one.data.transition.to),
              })
            : ''
        case 'call':
          return one.data && 'trigger' in one.data ? t('map.callOf', { name: one.data.trigger.name }) : ''
        default:
          return ''
      }
    },
    [t, model],
  )
}
