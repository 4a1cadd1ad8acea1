import '@xyflow/react/dist/style.css'
import { IconProvider } from '@ant-design/icons'
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ChainRisks,
  compileModel,
  type Finding,
  judge,
  type KnownFacts,
  type Place,
  type ProcessModel,
} from '#engine'
import type { DealState } from '#engine/deal'
import { tellingOf } from './condition-sentence.ts'
import { shownOn } from './flow-nodes.ts'
import { MapCanvas } from './MapCanvas.tsx'
import { type Marks, noMarks } from './marks.ts'
import type { Somebody } from './OthersHere.tsx'
import './chip.css'
import './far.css'
import './lanes.css'
import './map.css'
import './marks.css'
import './roles.css'
import './stage-card.css'
import { type Folding, type MapEditing, type Scene, SceneProvider } from './scene.ts'
import { tidyPositions } from './tidy.ts'

export type PurchaseMapProps = {
  model: ProcessModel
  /** A running deal on the model: chips fill, stages show where the purchase stands. */
  live?: DealState
  /** The instant as of which the deal is looked at, where that is not now. */
  now?: string
  /** Where the sign-off of that deal can fail. */
  risks?: ChainRisks
  findings?: readonly Finding[]
  /** How what is drawn differs from another drawing. */
  marks?: Marks
  selected?: Place | undefined
  onSelect?: (place: Place | undefined) => void
  /** All that is chosen, where that is more than one. */
  chosen?: readonly Place[]
  /** With it the map can be drawn on. */
  editing?: MapEditing
  /** With it stages can be folded, so that only their names are shown. */
  folding?: Folding
  /** Brings a place into view, each time `turn` changes. */
  focus?: { place: Place; turn: number } | undefined
  /** Who else has the drawing open, and where in it. */
  others?: readonly Somebody[]
}

/** Each icon would look through all styles of the page for its own, which the frame's icons have put there already. */
const plainIcons = { zeroRuntime: true }

/** How a segment buys, in one picture: stages, support lanes and decision chain. With a deal, where it stands. */
export function PurchaseMap(props: PurchaseMapProps) {
  const {
    model,
    live,
    now,
    risks,
    findings,
    marks = noMarks,
    selected,
    onSelect,
    chosen,
    editing,
    folding,
    focus,
    others,
  } = props
  const { t, i18n } = useTranslation()
  const [lit, light] = useState<string>()
  const placed = usePlaced(model)
  const facts = useJudged(model, live, now)
  const telling = useMemo(() => tellingOf(model, t, i18n.language), [model, t, i18n.language])
  const found = useMemo(() => byNode(findings ?? []), [findings])
  const scene = useMemo(
    (): Scene => ({
      model: placed,
      telling,
      findings: found,
      risks,
      marks,
      selected,
      select: onSelect,
      lit,
      light,
      editing,
      folding,
    }),
    [placed, telling, found, risks, marks, selected, onSelect, lit, editing, folding],
  )
  const all = useMemo(() => chosen ?? (selected ? [selected] : []), [chosen, selected])
  return (
    <SceneProvider value={scene}>
      <IconProvider value={plainIcons}>
        <ReactFlowProvider>
          <MapCanvas live={live} facts={facts} onSelect={onSelect} chosen={all} focus={focus} others={others} />
        </ReactFlowProvider>
      </IconProvider>
    </SceneProvider>
  )
}

/** A drawing that says nothing about where its stages stand is put in good order. */
function usePlaced(model: ProcessModel): ProcessModel {
  const [layout, setLayout] = useState<ProcessModel['layout']>()
  const isUnplaced = model.stages.length > 0 && model.stages.every(({ id }) => !model.layout[id])
  useEffect(() => {
    if (!isUnplaced) return
    let current = true
    void tidyPositions(model).then((positions) => current && setLayout(positions))
    return () => {
      current = false
    }
  }, [isUnplaced, model])
  return useMemo(() => (isUnplaced && layout ? { ...model, layout } : model), [isUnplaced, layout, model])
}

/** What the engine judges of a deal: which layers have signed off, what the leader of its style covers. */
function useJudged(model: ProcessModel, live: DealState | undefined, now: string | undefined): KnownFacts | undefined {
  const [facts, setFacts] = useState<KnownFacts>()
  useEffect(() => {
    if (!live) return setFacts(undefined)
    let current = true
    void judge(compileModel(model), live, now ?? new Date().toISOString()).then(
      (judged) => current && setFacts(judged.facts),
    )
    return () => {
      current = false
    }
  }, [model, live, now])
  return facts
}

function byNode(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>()
  for (const finding of findings) {
    const node = shownOn(finding.place)
    if (node !== undefined) found.set(node, [...(found.get(node) ?? []), finding])
  }
  return found
}
