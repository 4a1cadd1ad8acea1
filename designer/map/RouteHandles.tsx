import { EdgeLabelRenderer } from '@xyflow/react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '#engine'
import { useScene } from './scene.ts'

const step = 10
const arrows: Record<string, Position> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

type Props = {
  transition: string
  bends: readonly Position[]
  take: (event: PointerEvent<Element>, at: number) => void
}

/** The bends of a line, to be taken with the hand or moved by the arrows; a double click or Delete removes one. */
export function RouteHandles({ transition, bends, take }: Props) {
  const { t } = useTranslation()
  const { editing, model } = useScene()
  const handles = useRef<HTMLDivElement>(null)
  const line = model.transitions.find(({ id }) => id === transition)
  const nameOf = (id: string | undefined) => model.stages.find((one) => one.id === id)?.name ?? ''

  function remove(at: number) {
    editing?.lead(transition, bends.toSpliced(at, 1))
    const others = [...(handles.current?.querySelectorAll('button') ?? [])].toSpliced(at, 1)
    const next = others[Math.min(at, others.length - 1)]
    if (next) next.focus()
    else document.querySelector<HTMLElement>(`[data-id="transition:${transition}"]`)?.focus()
  }
  function press(event: KeyboardEvent, at: number) {
    const arrow = arrows[event.key]
    const isRemove = event.key === 'Delete' || event.key === 'Backspace'
    if ((!arrow && !isRemove) || event.altKey || event.ctrlKey || event.metaKey) return
    // Else the canvas would move, or remove, what is chosen.
    event.preventDefault()
    event.stopPropagation()
    if (isRemove) return remove(at)
    const bend = bends[at]
    const by = event.shiftKey ? 4 * step : step
    if (!arrow || !bend) return
    const to = { x: bend.x + arrow.x * by, y: bend.y + arrow.y * by }
    editing?.lead(transition, bends.with(at, to), `bend ${at} of ${transition}`)
  }

  return (
    <EdgeLabelRenderer>
      <div ref={handles} className="bends" data-bends={transition}>
        {bends.map(({ x, y }, at) => (
          <button
            // Bends have nothing but their turn.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            type="button"
            className="bend nodrag nopan"
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
            aria-label={t('map.bendOf', {
              number: at + 1,
              count: bends.length,
              from: nameOf(line?.from),
              to: nameOf(line?.to),
            })}
            title={t('map.bendHint')}
            onPointerDown={(event) => take(event, at)}
            onKeyDown={(event) => press(event, at)}
            onDoubleClick={(event) => {
              event.stopPropagation()
              remove(at)
            }}
          />
        ))}
      </div>
    </EdgeLabelRenderer>
  )
}
