import { Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#engine'
import { isSame } from '../map/scene.ts'
import { PickInput } from '../ui/PickInput.tsx'
import { useModel } from './drawing-store.ts'
import { findPlaces } from './find-places.ts'

type Props = {
  title: string
  isMeant?: (place: Place) => boolean
  take: (place: Place) => void
  close: () => void
}

/** Finds something of the drawing by its name, with the keyboard alone: write, choose with the arrows, take with Enter. */
export function Finder({ title, isMeant, take, close }: Props) {
  const { t } = useTranslation()
  const model = useModel()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const found = findPlaces(model, text, isMeant)
  const marked = found[Math.min(at, found.length - 1)]

  function choose(place: Place | undefined) {
    if (!place) return
    close()
    take(place)
  }

  return (
    <Modal open title={title} footer={null} onCancel={close} width={520} className="finder">
      <PickInput
        label={title}
        placeholder={t('editing.find.hint')}
        list={list}
        marked={marked && optionId(list, marked.place)}
        isExpanded
        count={found.length}
        at={at}
        text={text}
        write={setText}
        move={setAt}
        take={() => choose(marked?.place)}
      />
      <div id={list} role="listbox" tabIndex={-1} className="finder-list" aria-label={title}>
        {found.map(({ place, name, owner }) => {
          const isMarked = isSame(marked?.place, place)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
            <div
              key={optionId(list, place)}
              id={optionId(list, place)}
              role="option"
              tabIndex={-1}
              aria-selected={isMarked}
              ref={isMarked ? scrollTo : undefined}
              onClick={() => choose(place)}
            >
              <span>{name}</span>
              <small>
                {t(`editing.kinds.${place.kind}`)}
                {owner && ` · ${owner}`}
              </small>
            </div>
          )
        })}
      </div>
      {found.length === 0 && <p className="quiet">{t('editing.find.none')}</p>}
    </Modal>
  )
}

const scrollTo = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' })

const optionId = (list: string, { kind, id }: Place): string => `${list}-${kind}-${id}`
