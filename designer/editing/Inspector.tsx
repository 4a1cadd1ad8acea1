import { ArrowLeftOutlined, CloseOutlined, CopyOutlined, DeleteOutlined, RetweetOutlined } from '@ant-design/icons'
import { ConfigProvider } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Finding, type Place, type ProcessModel, unreachable } from '#engine'
import { removePlaces } from '../commands/remove-places.ts'
import { kindsFor } from '../commands/replace-place.ts'
import { isSame } from '../map/scene.ts'
import { useFindingSentence } from '../map/use-finding-sentence.ts'
import { useDrawing, useModel, useReadOnly } from './drawing-store.ts'
import { FindingHelp } from './FindingHelp.tsx'
import { LayerForm, RoleForm, SpecialistForm, StyleForm } from './forms/chain-forms.tsx'
import { AttributeForm, DepartmentForm, ModelForm, ObjectionTypeForm } from './forms/model-forms.tsx'
import { NoteForm } from './forms/NoteForm.tsx'
import { ActionForm, CommitmentForm, ElementForm } from './forms/part-forms.tsx'
import { StageForm } from './forms/StageForm.tsx'
import { SupportForm } from './forms/SupportForm.tsx'
import { ThresholdForm } from './forms/ThresholdForm.tsx'
import { TransitionForm } from './forms/TransitionForm.tsx'
import type { Hand } from './hand.ts'
import { Origin } from './overlay/Origin.tsx'
import { IconButton } from './PartList.tsx'

type Props = {
  findings: readonly Finding[]
  hand?: Hand
  /** Where the list is behind it: back to the row, which stays selected. */
  back?: () => void
  /** Asks what kind of thing it is to become. */
  replace?: () => void
}

/** Puts the keyboard into the first field of what is selected. */
export const goIntoForm = () =>
  document.querySelector<HTMLElement>('.inspector-form :is(input, textarea, button)')?.focus()

/** What is selected, as a form. Nothing is shown where nothing is, or where it is gone. */
export function Inspector({ findings, hand, back, replace }: Props) {
  const { t } = useTranslation()
  const model = useModel()
  const place = useDrawing((drawing) => drawing.selected)
  const select = useDrawing((drawing) => drawing.select)
  const run = useDrawing((drawing) => drawing.run)
  const readOnly = useReadOnly()
  const sentence = useFindingSentence()
  const form = place && formFor(model, place)
  if (!place || !form) return null
  const parent = parentOf(model, place)
  const here = findings.filter((finding) => isSame(finding.place, place))
  return (
    <aside
      className="inspector"
      aria-label={t('editing.inspector')}
      onKeyDown={({ key, nativeEvent }) => key === 'Escape' && !nativeEvent.isComposing && back?.()}
    >
      <header>
        {parent && (
          <IconButton
            label={t('editing.backTo', { name: parent.name })}
            icon={<ArrowLeftOutlined />}
            act={() => select(parent.place)}
          />
        )}
        <h2>
          {t(`editing.kinds.${place.kind}`)}
          {parent && <small className="inspector-parent">{parent.name}</small>}
        </h2>
        {hand && replace && kindsFor(model, place).length > 0 && (
          <IconButton label={t('editing.replace.open')} icon={<RetweetOutlined />} act={replace} />
        )}
        {hand && place.kind !== 'model' && place.kind !== 'transition' && (
          <IconButton label={t('editing.duplicate')} icon={<CopyOutlined />} act={hand.duplicate} />
        )}
        {!readOnly && place.kind !== 'model' && (
          <IconButton
            label={t('editing.delete')}
            icon={<DeleteOutlined />}
            act={() => {
              run((model) => removePlaces(model, [place]))
              select(parent?.place)
            }}
          />
        )}
        <IconButton label={t('words.close')} icon={<CloseOutlined />} act={back ?? (() => select(undefined))} />
      </header>
      <Origin place={place} />
      {here.length > 0 && (
        <ul className="inspector-findings">
          {here.map((finding) => (
            <li key={finding.message} className={`is-${finding.severity}`}>
              {sentence(finding)}
              <FindingHelp finding={finding} />
            </li>
          ))}
        </ul>
      )}
      <ConfigProvider componentDisabled={readOnly}>
        <div className="inspector-form" key={`${place.kind}:${place.id}`}>
          {form}
        </div>
      </ConfigProvider>
    </aside>
  )
}

function formFor(model: ProcessModel, { kind, id, stage }: Place) {
  const { chain } = model
  const owner = model.stages.find((one) => one.id === stage)
  const find = <Item extends { id: string }>(items: readonly Item[] | undefined): Item | undefined =>
    items?.find((item) => item.id === id)
  switch (kind) {
    case 'model':
      return <ModelForm />
    case 'stage':
      return shown(find(model.stages), (item) => <StageForm stage={item} />)
    case 'transition':
      return shown(find(model.transitions), (item) => <TransitionForm item={item} />)
    case 'element':
      return shown(find(owner?.elements), (item) => <ElementForm stage={stage ?? ''} item={item} />)
    case 'commitment':
      return shown(find(owner?.commitments), (item) => <CommitmentForm stage={stage ?? ''} item={item} />)
    case 'action':
      return shown(find(owner?.actions), (item) => <ActionForm stage={stage ?? ''} item={item} />)
    case 'support': {
      const calls = owner?.support ?? model.objectionTypes.flatMap((type) => type.support)
      return shown(find(calls), (item) => <SupportForm stage={stage} item={item} />)
    }
    case 'layer':
      return shown(find(chain.layers), (item) => <LayerForm item={item} />)
    case 'specialist':
      return shown(find(chain.specialists), (item) => <SpecialistForm item={item} />)
    case 'role':
      return shown(find(chain.roles), (item) => <RoleForm item={item} />)
    case 'style':
      return shown(find(chain.styles), (item) => <StyleForm item={item} />)
    case 'department':
      return shown(find(model.departments), (item) => <DepartmentForm item={item} />)
    case 'attribute':
      return shown(find(model.attributes), (item) => <AttributeForm item={item} />)
    case 'threshold':
      return shown(find(model.thresholds), (item) => <ThresholdForm item={item} />)
    case 'note':
      return shown(find(model.notes), (item) => <NoteForm item={item} />)
    case 'objection-type':
      return shown(find(model.objectionTypes), (item) => <ObjectionTypeForm item={item} />)
    case 'scenario':
      return undefined
    default:
      return unreachable(kind)
  }
}

const shown = <Item,>(item: Item | undefined, form: (item: Item) => React.ReactNode) => item && form(item)

/** The stage or objection type that something belongs to. */
function parentOf(model: ProcessModel, { kind, id, stage }: Place): { place: Place; name: string } | undefined {
  const owner = model.stages.find((one) => one.id === stage)
  if (owner && kind !== 'stage') return { place: { kind: 'stage', id: owner.id }, name: owner.name }
  if (kind !== 'support') return undefined
  const type = model.objectionTypes.find(({ support }) => support.some((call) => call.id === id))
  return type && { place: { kind: 'objection-type', id: type.id }, name: type.name }
}
