import { type KeyboardEvent, useRef } from 'react'
import type { Place } from '#engine'
import { isSame, type MapEditing, useScene, useWords } from './scene.ts'

const longest = { name: 200, note: 2000 }

/** A name on the map, which becomes a line to write in where it is being written anew. */
export function NameInPlace({ place, name }: { place: Place | undefined; name: string }) {
  const { editing } = useScene()
  if (!editing || !place || !isSame(editing.naming, place)) return name
  return <NameLine place={place} name={name} editing={editing} />
}

function NameLine({ place, name, editing }: { place: Place; name: string; editing: MapEditing }) {
  const t = useWords()
  const isOver = useRef(false)

  /** The thing that has been named keeps the focus, so that the keyboard goes on from there. */
  function end(line: HTMLElement, text?: string) {
    if (isOver.current) return
    isOver.current = true
    const node = line.closest<HTMLElement>('.react-flow__node')
    if (text !== undefined) editing.rename(place, text)
    editing.nameInPlace(undefined)
    node?.focus({ preventScroll: true })
  }
  function press(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    event.stopPropagation()
    // Enter that takes a suggestion of an input method ends a word, not the name.
    if (event.nativeEvent.isComposing) return
    const isEnter = event.key === 'Enter' && !event.shiftKey
    if (!isEnter && event.key !== 'Escape') return
    event.preventDefault()
    end(event.currentTarget, isEnter ? event.currentTarget.value : undefined)
  }
  const line = {
    defaultValue: name,
    autoFocus: true,
    'aria-label': t('map.nameOf', { name: name || t('map.emptyNote') }),
    'data-own-undo': true,
    onKeyDown: press,
    onFocus: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      isOver.current = false
      currentTarget.select()
    },
    onBlur: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      if (isOver.current) return
      isOver.current = true
      editing.rename(place, currentTarget.value)
      editing.nameInPlace(undefined)
    },
    onClick: (event: { stopPropagation(): void }) => event.stopPropagation(),
    onDoubleClick: (event: { stopPropagation(): void }) => event.stopPropagation(),
  }
  const look = 'name-in-place nodrag nopan nowheel'
  return place.kind === 'note' ? (
    <textarea className={look} maxLength={longest.note} {...line} />
  ) : (
    <input className={look} maxLength={longest.name} {...line} />
  )
}
