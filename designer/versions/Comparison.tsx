import { Select, Spin } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place, ProcessModel } from '#engine'
import type { Version } from '../../api/models/contract.ts'
import { ChangeList } from '../editing/ChangeList.tsx'
import { createDrawing, DrawingProvider, useDrawing } from '../editing/drawing-store.ts'
import { Inspector } from '../editing/Inspector.tsx'
import { shownOn } from '../map/flow-nodes.ts'
import { MarksLegend } from '../map/MarksLegend.tsx'
import { PurchaseMap } from '../map/PurchaseMap.tsx'
import type { DrawingOwner } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { type DrawnDifferences, drawnDifferences } from './drawn-differences.ts'
import { useDrawingOf } from './use-drawing-of.ts'
import type { VersionsPlace, Which } from './versions-place.ts'

type Props = {
  owner: DrawingOwner
  versions: Version[]
  shown: Which
  since: VersionsPlace['since']
  compare: (since: NonNullable<VersionsPlace['since']>) => void
}

/** One drawing on the canvas, beside another: what differs is drawn, and told in sentences. */
export function Comparison({ owner, versions, shown, since, compare }: Props) {
  const { t } = useTranslation()
  const other = since === 'nothing' ? undefined : (since ?? versionBefore(versions, shown))
  const after = useDrawingOf(owner, shown)
  const before = useDrawingOf(owner, other)
  const differences = useMemo(
    () => after.data && (other === undefined || before.data) && drawnDifferences(before.data ?? after.data, after.data),
    [before.data, after.data, other],
  )
  const nameOf = (which: Which) =>
    which === 'drawing' ? t('versions.drawing') : t('versions.number', { number: which })
  const options = [
    { value: 'nothing' as const, label: t('versions.nothing') },
    ...(['drawing', ...versions.map(({ number }) => number)] as Which[])
      .filter((which) => which !== shown)
      .map((value) => ({ value, label: nameOf(value) })),
  ]
  const error = after.error ?? before.error
  return (
    <section className="panel comparison" aria-label={nameOf(shown)}>
      <header className="comparison-head">
        <h2>{nameOf(shown)}</h2>
        <div className="comparison-since">
          <span className="quiet" aria-hidden="true">
            {t('versions.since')}
          </span>
          <Select
            aria-label={t('versions.since')}
            value={other ?? ('nothing' as const)}
            onChange={compare}
            options={options}
            popupMatchSelectWidth={false}
          />
        </div>
        {differences && <MarksLegend marks={differences.marks} />}
      </header>
      {error && <Failure error={error} retry={after.error ? after.refetch : before.refetch} />}
      {!error && !differences && <Spin className="designer-loading" size="large" />}
      {differences && after.data && (
        <Drawn
          key={`${shown} ${other}`}
          differences={differences}
          before={other === undefined ? undefined : before.data}
          after={after.data}
        />
      )}
    </section>
  )
}

/** What a version is compared with where nobody says: the one before it. */
function versionBefore(versions: readonly Version[], shown: Which): number | undefined {
  return versions.find(({ number }) => shown === 'drawing' || number < shown)?.number
}

type Drawings = { differences: DrawnDifferences; before: ProcessModel | undefined; after: ProcessModel }

function Drawn(drawings: Drawings) {
  const { model } = drawings.differences
  const context = useMemo(() => ({ store: createDrawing(model), readOnly: true }), [model])
  return (
    <DrawingProvider value={context}>
      <DrawnAndTold {...drawings} />
    </DrawingProvider>
  )
}

/** The canvas, and beside it the sentences; each leads to its place, where that is drawn. */
function DrawnAndTold({ differences: { model, marks }, before, after }: Drawings) {
  const { t } = useTranslation()
  const selected = useDrawing((drawing) => drawing.selected)
  const select = useDrawing((drawing) => drawing.select)
  const [focus, setFocus] = useState<{ place: Place; turn: number }>()
  const lead = (place: Place) => {
    if (shownOn(place)) setFocus({ place, turn: (focus?.turn ?? 0) + 1 })
    select(place)
  }
  return (
    <div className={before ? 'drawn-and-told' : 'drawn-alone'}>
      <div className="canvas">
        <PurchaseMap model={model} marks={marks} selected={selected} onSelect={select} focus={focus} />
        <Inspector findings={[]} />
      </div>
      {before && (
        <ChangeList title={t('versions.differences')} before={before} after={after} atMost={300} choose={lead} />
      )}
    </div>
  )
}
