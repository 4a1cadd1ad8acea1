import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#engine'
import { usePreferences } from '../../frame/preferences.ts'
import { tellingOf } from '../../map/condition-sentence.ts'
import { type Marks, markKey, markOf } from '../../map/marks.ts'
import type { Somebody } from '../../map/OthersHere.tsx'
import { AddPattern } from '../AddPattern.tsx'
import { useDrawing, useModel } from '../drawing-store.ts'
import type { Hand } from '../hand.ts'
import { PasteText } from '../PasteText.tsx'
import { OutlineRow } from './OutlineRow.tsx'
import { OutlineTools } from './OutlineTools.tsx'
import { allIn, outlineOf, type Seen } from './outline.ts'
import { tellRow } from './tell-row.ts'
import { useOutlineWalk } from './use-outline-walk.ts'
import './outline.css'

type Props = {
  findings: readonly Finding[]
  marks: Marks
  /** Who else has the drawing open, and where in it. */
  others: readonly Somebody[]
  hand?: Hand
  /** Opens what is selected as a form, and goes into it. */
  open: () => void
  /** Asks which stage is to follow the one that is selected. */
  connect: () => void
  /** Asks what kind of thing the one that is selected is to become. */
  replace: () => void
}

/** The drawing as a list, in which all can be done that can be done on the map: with the keyboard, a reader or a thumb. */
export function Outline({ findings, marks, others, hand, open, connect, replace }: Props) {
  const { t, i18n } = useTranslation()
  const model = useModel()
  const { chosen, selected, fresh, select, name } = useDrawing((drawing) => drawing)
  const rows = useMemo(() => outlineOf(model), [model])
  const telling = useMemo(() => tellingOf(model, t, i18n.language), [model, t, i18n.language])
  const found = useMemo(() => byPlace(findings), [findings])
  const { tree, seen, here, toggle, focus, step, walk, afterRemoving, onFocus, onBlur } = useOutlineWalk(rows)
  const [isAdding, setAdding] = useState(false)
  const picked = new Set(chosen.map(markKey))

  function remove() {
    const next = afterRemoving(chosen)
    hand?.remove()
    if (!next) return
    step(next, 'only')
    focus(next)
  }

  function rename() {
    if (!selected || selected.kind === 'model') return
    if (selected.kind === 'note' || selected.kind === 'transition') open()
    else name(selected)
  }

  function act({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      hand?.shift(key === 'ArrowUp' ? -1 : 1)
      focus(here?.row.key)
      return true
    }
    if (altKey || ctrlKey || metaKey) return false
    if (key === 'Enter') {
      if (here) step(here.row.key, 'only')
      open()
      return true
    }
    if (key === 'Escape') {
      select(undefined)
      return true
    }
    if (!hand) return false
    if (key === 'Delete' || key === 'Backspace') {
      remove()
      return true
    }
    if (key === 'F2') {
      rename()
      return true
    }
    if (key === 'a' && usePreferences.getState().singleKeys) {
      setAdding(true)
      return true
    }
    return false
  }

  function press(event: KeyboardEvent) {
    // What is pressed while the menu is still coming up is meant for the menu.
    if (!isAdding && !walk(event) && !act(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  function point({ row }: Seen, { shiftKey, ctrlKey, metaKey }: MouseEvent) {
    step(row.key, shiftKey ? 'range' : ctrlKey || metaKey ? 'toggle' : 'only')
    focus(row.key)
  }

  return (
    <div className="outline">
      {hand && (
        <OutlineTools
          hand={hand}
          row={here?.row}
          isAdding={isAdding}
          setAdding={setAdding}
          acts={{ remove, rename, open, connect, replace }}
        />
      )}
      <div
        ref={tree}
        role="tree"
        aria-multiselectable
        aria-label={t('editing.outline.label')}
        className="outline-tree"
        onKeyDown={press}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        {seen.map((one) => {
          const { row, isOpen } = one
          const place = 'place' in row ? row.place : undefined
          const own = found.get(row.key) ?? []
          return (
            <OutlineRow
              key={row.key}
              seen={one}
              says={place ? tellRow(model, place, telling) : []}
              findings={isOpen ? own : allIn(row).flatMap(({ key }) => found.get(key) ?? [])}
              own={own}
              others={others.filter(({ at }) => at && markKey(at) === row.key)}
              mark={markOf(marks, place)}
              isHere={here?.row.key === row.key}
              isPicked={picked.has(row.key)}
              isNamed={fresh !== undefined && fresh.kind !== 'note' && markKey(fresh) === row.key}
              point={(event) => point(one, event)}
              toggle={() => toggle(row)}
              open={open}
              named={(text) => {
                if (place && text) hand?.rename(place, text)
                select(place)
              }}
              back={() => focus(row.key)}
            />
          )
        })}
      </div>
      {hand && (
        <footer className="outline-more">
          <AddPattern />
          <PasteText hand={hand} />
        </footer>
      )}
    </div>
  )
}

function byPlace(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = markKey(finding.place)
    found.set(key, [...(found.get(key) ?? []), finding])
  }
  return found
}
