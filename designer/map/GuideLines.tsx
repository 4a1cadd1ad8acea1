import { ViewportPortal } from '@xyflow/react'
import type { Guides } from './guides.ts'

/** The lines that a dragged card shares with others. */
export function GuideLines({ x, y }: Guides) {
  return (
    <ViewportPortal>
      {x !== undefined && <i className="guide is-upright" style={{ transform: `translate(${x}px, -50000px)` }} />}
      {y !== undefined && <i className="guide" style={{ transform: `translate(-50000px, ${y}px)` }} />}
    </ViewportPortal>
  )
}
