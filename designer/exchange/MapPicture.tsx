import { snapdom } from '@zumer/snapdom'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import { around } from '../map/geometry.ts'
import { PurchaseMap } from '../map/PurchaseMap.tsx'
import { toFlow } from '../map/to-flow.ts'
import { placesOf } from './places-of.ts'
import './exchange.css'

const margin = 28
/** What a browser's canvas holds: pixels a side, and in all. */
const most = { side: 16_000, pixels: 120_000_000 }
const drawnWithinMs = 15_000

type Props = { model: ProcessModel; kind: 'png' | 'svg'; done: (picture: Blob | Error) => void }

/**
 * Draws the whole map once, out of sight and at its full size, and takes a picture of it. So a picture shows everything,
 * wherever the reader stands on the canvas and whatever is selected there.
 */
export function MapPicture({ model, kind, done }: Props) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const [placed, setPlaced] = useState<ProcessModel>()
  const size = useMemo(() => placed && sizeOf(placed), [placed])
  const tell = useRef(done)
  tell.current = done

  useEffect(() => {
    let current = true
    void placesOf(model).then((places) => {
      const layout = Object.fromEntries(model.stages.map(({ id }, n) => [id, places[n] ?? { x: 0, y: 0 }]))
      if (current) setPlaced({ ...model, layout })
    })
    return () => {
      current = false
    }
  }, [model])
  useEffect(() => {
    if (!placed || !frame.current) return
    const { current } = frame
    let isOver = false
    takePicture(current, placed, kind).then(
      (picture) => !isOver && tell.current(picture),
      (error: unknown) => !isOver && tell.current(error instanceof Error ? error : new Error(String(error))),
    )
    return () => {
      isOver = true
    }
  }, [placed, kind])

  return (
    <div ref={frame} className="map-picture" style={size} role="status" aria-label={t('exchange.drawing')}>
      {placed && (
        <div aria-hidden="true" inert style={size}>
          <PurchaseMap model={placed} />
        </div>
      )}
    </div>
  )
}

/** Room for everything at its full size. */
function sizeOf(model: ProcessModel): { width: number; height: number } {
  const { width, height } = around(
    toFlow(model).nodes.map(({ position, width = 0, height = 0 }) => ({ ...position, width, height })),
  )
  return { width: Math.ceil(width) + 2 * margin, height: Math.ceil(height) + 2 * margin }
}

async function takePicture(frame: HTMLElement, model: ProcessModel, kind: 'png' | 'svg'): Promise<Blob> {
  const { nodes, edges } = toFlow(model)
  const isDrawn = () =>
    frame.querySelectorAll('.react-flow__node').length === nodes.length &&
    frame.querySelectorAll('.react-flow__edge-path').length >= edges.length &&
    [...frame.querySelectorAll<HTMLElement>('.react-flow__node')].every(({ style }) => style.visibility !== 'hidden')
  const end = Date.now() + drawnWithinMs
  while (!isDrawn()) {
    if (Date.now() > end) throw new Error(`${nodes.length} / ${frame.querySelectorAll('.react-flow__node').length}`)
    await new Promise(requestAnimationFrame)
  }
  await document.fonts.ready
  const map = frame.querySelector<HTMLElement>('.map')
  if (!map) throw new Error('.map')
  withoutVariables(map)
  const { width, height } = map.getBoundingClientRect()
  const scale = Math.min(2, most.side / width, most.side / height, Math.sqrt(most.pixels / (width * height)))
  const picture = await snapdom(map, {
    exclude: ['.react-flow__panel', '.react-flow__background'],
    embedFonts: true,
    dpr: 1,
  })
  return kind === 'svg' ? svgOf(picture.url) : picture.toBlob({ type: 'png', scale })
}

/** The heads of lines are drawn in a colour that the page names, which no picture knows. */
function withoutVariables(map: HTMLElement): void {
  const line = getComputedStyle(map).getPropertyValue('--map-line')
  for (const head of map.querySelectorAll<SVGElement>('.react-flow__arrowhead *'))
    Object.assign(head.style, { fill: line, stroke: line })
}

/** What a data address holds; the page's own rules keep it from being fetched. */
function svgOf(url: string): Blob {
  const at = url.indexOf(',')
  const text = decodeURIComponent(url.slice(at + 1))
  return new Blob([text], { type: 'image/svg+xml' })
}
