import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#engine'
import { withRoom } from '../commands/make-room.ts'
import { removePlaces } from '../commands/remove-places.ts'
import { renamePlace } from '../commands/rename-place.ts'
import { leadLine } from '../commands/routes.ts'
import { moveNotes, moveStages } from '../commands/stage-commands.ts'
import type { Somebody } from '../map/OthersHere.tsx'
import { PurchaseMap } from '../map/PurchaseMap.tsx'
import type { MapEditing } from '../map/scene.ts'
import { type Addition, newStage, newStageAfter, withTransition } from './additions.ts'
import { useDrawing, useModel, useReadOnly } from './drawing-store.ts'
import type { Hand } from './hand.ts'
import { goIntoForm, Inspector } from './Inspector.tsx'
import { Outline } from './outline/Outline.tsx'
import { useOwnMarks } from './overlay/use-own-marks.ts'
import { Palette } from './Palette.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import type { Opened } from './use-board-keys.ts'
import { useDrawingView } from './use-drawing-view.ts'

type Props = {
  findings: readonly Finding[]
  hand?: Hand
  open: (what: Opened) => void
  /** Who else has the drawing open, and where in it. */
  others: readonly Somebody[]
}

/** Palette, canvas and inspector over one drawing, or the drawing as a list; with a hand it can be drawn on. */
export function Board({ findings, hand, open, others }: Props) {
  const { t } = useTranslation()
  const model = useModel()
  const marks = useOwnMarks()
  const readOnly = useReadOnly()
  const selected = useDrawing((drawing) => drawing.selected)
  const chosen = useDrawing((drawing) => drawing.chosen)
  const turn = useDrawing((drawing) => drawing.turn)
  const run = useDrawing((drawing) => drawing.run)
  const select = useDrawing((drawing) => drawing.select)
  const choose = useDrawing((drawing) => drawing.choose)
  const name = useDrawing((drawing) => drawing.name)
  const naming = useDrawing((drawing) => drawing.naming)
  const nameInPlace = useDrawing((drawing) => drawing.nameInPlace)
  const spacing = useDrawing((drawing) => drawing.spacing)
  const space = useDrawing((drawing) => drawing.space)
  const fresh = useDrawing((drawing) => drawing.fresh)
  const folded = useDrawing((drawing) => drawing.folded)
  const fold = useDrawing((drawing) => drawing.fold)
  const folding = useMemo(() => ({ folded, fold }), [folded, fold])
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
      choose,
      move: ({ stages, notes }) => run((model) => moveNotes(moveStages(model, stages), notes)),
      connect: (from, to) => run((model) => withTransition(model, from, to)),
      remove: (places) => {
        run((model) => removePlaces(model, places))
        select(undefined)
      },
      addStage: (at) => take((model) => newStage(model, t('editing.fresh.stage'), at)),
      addStageAfter: (stage) => take((model) => newStageAfter(model, stage, t('editing.fresh.stage'))),
      lead: (transition, points, typing) => run((model) => leadLine(model, transition, points), typing),
      spacing,
      space,
      makeRoom: (room, boxes) => run((model) => withRoom(model, boxes, room)),
      naming,
      nameInPlace,
      rename: (place, text) => run((model) => renamePlace(model, place, text)),
    }
  }, [readOnly, run, select, choose, name, naming, nameInPlace, spacing, space, t])
  const { view } = useDrawingView()
  const [isForm, showForm] = useState(false)
  const replace = () => open('replace')
  if (view === 'list') {
    const openForm = () => {
      showForm(true)
      requestAnimationFrame(goIntoForm)
    }
    const back = () => {
      showForm(false)
      goBackToList()
    }
    return (
      <div className="board is-list">
        <div className={`canvas is-list ${isForm || fresh?.kind === 'note' ? 'has-form' : ''}`}>
          <Outline
            findings={findings}
            marks={marks}
            others={others}
            open={openForm}
            connect={() => hand?.connect(() => open('connect'))}
            replace={replace}
            {...(hand && { hand })}
          />
          {hand && <SelectionBar hand={hand} />}
          <Inspector findings={findings} back={back} replace={replace} {...(hand && { hand })} />
        </div>
      </div>
    )
  }
  return (
    <div className="board">
      <Palette findings={findings} marks={marks} {...(hand && { hand })} />
      <div className="canvas">
        <PurchaseMap
          model={model}
          findings={findings}
          marks={marks}
          selected={selected}
          chosen={chosen}
          onSelect={select}
          folding={folding}
          focus={focus}
          others={others}
          {...(editing && { editing })}
        />
        {hand && <SelectionBar hand={hand} />}
        <Inspector findings={findings} replace={replace} {...(hand && { hand })} />
      </div>
    </div>
  )
}

const goBackToList = () => document.querySelector<HTMLElement>('.outline-row[tabindex="0"]')?.focus()
