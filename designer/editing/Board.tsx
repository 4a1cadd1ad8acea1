import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#engine'
import { removePlaces } from '../commands/remove-places.ts'
import { moveStages } from '../commands/stage-commands.ts'
import { PurchaseMap } from '../map/PurchaseMap.tsx'
import type { MapEditing } from '../map/scene.ts'
import { type Addition, newStage, newStageAfter, withTransition } from './additions.ts'
import { useDrawing, useModel, useReadOnly } from './drawing-store.ts'
import { Inspector } from './Inspector.tsx'
import { Palette } from './Palette.tsx'

/** Palette, canvas and inspector over one drawing. */
export function Board({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation()
  const model = useModel()
  const readOnly = useReadOnly()
  const selected = useDrawing((drawing) => drawing.selected)
  const turn = useDrawing((drawing) => drawing.turn)
  const run = useDrawing((drawing) => drawing.run)
  const select = useDrawing((drawing) => drawing.select)
  const name = useDrawing((drawing) => drawing.name)
  // The place is brought into view when `turn` changes, not whenever something else is selected.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const focus = useMemo(() => (selected && turn > 0 ? { place: selected, turn } : undefined), [turn])
  const editing = useMemo((): MapEditing | undefined => {
    if (readOnly) return undefined
    const take = (adds: (model: Parameters<typeof newStage>[0]) => Addition) => {
      let added: Addition | undefined
      run((model) => {
        added = adds(model)
        return added.model
      })
      name(added?.place)
    }
    return {
      move: (positions) => run((model) => moveStages(model, positions)),
      connect: (from, to) => run((model) => withTransition(model, from, to)),
      remove: (places) => {
        run((model) => removePlaces(model, places))
        select(undefined)
      },
      addStage: (at) => take((model) => newStage(model, t('editing.newStage'), at)),
      addStageAfter: (stage) => take((model) => newStageAfter(model, stage, t('editing.newStage'))),
    }
  }, [readOnly, run, select, name, t])
  return (
    <div className="board">
      <Palette findings={findings} />
      <div className="canvas">
        <PurchaseMap
          model={model}
          findings={findings}
          selected={selected}
          onSelect={select}
          focus={focus}
          {...(editing && { editing })}
        />
        <Inspector findings={findings} />
      </div>
    </div>
  )
}
