import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Place } from '#engine'
import { markKey } from '../../map/marks.ts'
import { useDrawing } from '../drawing-store.ts'
import { allIn, type Row, rowsAround, type Seen, seenRows } from './outline.ts'

/** What a step to a row does to what is chosen: only it, all up to it, it too or not any more, or nothing. */
export type Step = 'only' | 'range' | 'toggle' | 'keep'

/** Where somebody is in the list, what they fold, and what they choose: by the tree pattern of WAI-ARIA's practices. */
export function useOutlineWalk(rows: readonly Row[]) {
  const { folded, fold, fresh, chosen, turn, select, choose } = useDrawing((drawing) => drawing)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string>()
  const anchor = useRef<string>(undefined)
  const wanted = useRef<string>(undefined)
  const tree = useRef<HTMLDivElement>(null)
  const hadFocus = useRef(false)

  const isFolded = (row: Row) => {
    const stage = stageOf(row)
    return stage === undefined ? closed.has(row.key) : folded.has(stage)
  }
  const seen = seenRows(rows, isFolded)
  const last = useRef(0)
  const found = seen.findIndex(({ row }) => row.key === current)
  const at = found >= 0 ? found : Math.min(last.current, seen.length - 1)
  last.current = Math.max(at, 0)
  const here = seen[at]

  function toggle(row: Row) {
    const stage = stageOf(row)
    if (stage !== undefined) return fold([stage])
    setClosed(
      (before) => new Set(before.has(row.key) ? [...before].filter((key) => key !== row.key) : [...before, row.key]),
    )
  }

  function focus(key: string | undefined) {
    if (key === undefined) return
    wanted.current = key
    setCurrent(key)
    for (const row of rowsAround(rows, key) ?? []) if (isFolded(row)) toggle(row)
  }

  // What was asked to have the focus may be drawn only by the next rendering; what had it may be gone since the last.
  useEffect(() => {
    const isLost = hadFocus.current && document.activeElement === document.body
    const key = wanted.current ?? (isLost ? here?.row.key : undefined)
    if (key === undefined) return
    const row = [...(tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])].find(
      ({ dataset }) => dataset.key === key,
    )
    if (!row) return
    wanted.current = undefined
    row.focus()
  })

  // A place is gone to when `turn` changes, not whenever something else is selected.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const [first] = chosen
    if (turn === 0 || !first) return
    anchor.current = markKey(first)
    focus(markKey(first))
    // What waits for its name has a line to write it in, which takes the focus itself.
    if (fresh && fresh.kind !== 'note') wanted.current = undefined
  }, [turn])

  function step(key: string, how: Step) {
    if (how !== 'range') anchor.current = key
    setCurrent(key)
    const row = seen.find((one) => one.row.key === key)?.row
    if (how === 'keep' || !row) return
    if (how === 'only') return select('place' in row ? row.place : undefined)
    if (how === 'range') return choose(() => placesBetween(seen, anchor.current ?? key, key))
    if ('place' in row)
      choose((before) => {
        const others = before.filter((place) => markKey(place) !== key)
        return others.length < before.length ? others : [...before, row.place]
      })
  }

  function walk(event: KeyboardEvent): boolean {
    const go = (to: Seen | undefined) => {
      if (!to) return
      step(to.row.key, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'keep' : 'only')
      focus(to.row.key)
    }
    if (!here || event.altKey) return false
    switch (event.key) {
      case 'ArrowDown':
        go(seen[at + 1])
        return true
      case 'ArrowUp':
        go(seen[at - 1])
        return true
      case 'Home':
        go(seen[0])
        return true
      case 'End':
        go(seen.at(-1))
        return true
      case 'ArrowRight':
        if (here.row.rows.length > 0 && !here.isOpen) toggle(here.row)
        else if (here.isOpen) go(seen[at + 1])
        return true
      case 'ArrowLeft':
        if (here.isOpen) toggle(here.row)
        else go(seen.find(({ row }) => row === here.above))
        return true
      case ' ':
        step(here.row.key, event.ctrlKey || event.metaKey ? 'toggle' : event.shiftKey ? 'range' : 'only')
        return true
      default:
        return false
    }
  }

  /** The row to go to once the places are gone. */
  function afterRemoving(places: readonly Place[]): string | undefined {
    const keys = new Set(places.map(markKey))
    const gone = new Set(seen.flatMap(({ row }) => (keys.has(row.key) ? allIn(row).map(({ key }) => key) : [])))
    const left = ({ row }: Seen) => !gone.has(row.key)
    return (seen.slice(at).find(left) ?? seen.slice(0, at).findLast(left))?.row.key
  }

  const onFocus = () => {
    hadFocus.current = true
  }
  const onBlur = () => {
    hadFocus.current = false
  }
  return { tree, seen, here, toggle, focus, step, walk, afterRemoving, onFocus, onBlur }
}

const stageOf = (row: Row): string | undefined =>
  'place' in row && row.place.kind === 'stage' ? row.place.id : undefined

function placesBetween(seen: readonly Seen[], from: string, to: string): Place[] {
  const at = (key: string) => seen.findIndex(({ row }) => row.key === key)
  const [first = 0, last = 0] = [at(from) < 0 ? at(to) : at(from), at(to)].toSorted((a, b) => a - b)
  return seen
    .slice(first, last + 1)
    .flatMap(({ row }) => ('place' in row && row.place.kind !== 'model' ? row.place : []))
}
