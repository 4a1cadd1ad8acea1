import { ViewportPortal } from '@xyflow/react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#engine'
import { type MapEdge, type MapNode, shownOn } from './flow-nodes.ts'
import { boxOf } from './geometry.ts'
import './others.css'

/** Somebody else who has the drawing open, and where in it they are. */
export type Somebody = { id: string; name: string; at: Place | null }

type Props = { others: readonly Somebody[]; nodes: readonly MapNode[]; edges: readonly MapEdge[] }

/** Marks on the map where others are, at the upper right of what they have selected. */
export function OthersHere({ others, nodes, edges }: Props) {
  const placed = others.map((one) => ({ one, node: nodeOf(one.at, edges) }))
  return (
    <ViewportPortal>
      {nodes.map((node) => {
        const here = placed.flatMap((place) => (place.node === node.id ? place.one : []))
        if (here.length === 0) return null
        const { x, y, width } = boxOf(node)
        return (
          <div key={node.id} className="others-here" style={{ transform: `translate(${x + width}px, ${y}px)` }}>
            <Faces others={here} />
          </div>
        )
      })}
    </ViewportPortal>
  )
}

/** Each person as a sign with a letter of the name; who it is, to those who point at it or have it read. */
export function Faces({ others }: { others: readonly Somebody[] }) {
  const { t } = useTranslation()
  return others.map(({ id, name }) => (
    <i
      key={id}
      className={`face is-${toneOf(id)}`}
      role="img"
      aria-label={t('map.isHere', { name })}
      title={t('map.isHere', { name })}
    >
      {[...name.trim()][0]?.toUpperCase()}
    </i>
  ))
}

/** The node on which a place is shown; of a line, the card that it comes from. */
function nodeOf(at: Place | null, edges: readonly MapEdge[]): string | undefined {
  const shown = at ? shownOn(at) : undefined
  return edges.find(({ id }) => id === shown)?.source ?? shown
}

const tones = 5

/** A person has the same colour wherever they are shown. */
const toneOf = (id: string): number => [...id].reduce((sum, character) => sum + character.charCodeAt(0), 0) % tones
