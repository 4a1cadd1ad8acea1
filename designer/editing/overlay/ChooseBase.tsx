import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { overlayOf } from '#engine'
import type { BaseModel } from '../../../api/base-models/contract.ts'
import { entriesOf } from '../../commands/back-to-base.ts'
import { api } from '../../resources/resources.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useModel } from '../drawing-store.ts'
import { Field } from '../fields/Field.tsx'

type Props = { readOnly: boolean; isBusy: boolean; choose: (base: string) => void }

/** The bases that the drawing could rest on, and what would then be its own. The drawing itself stays as it is. */
export function ChooseBase({ readOnly, isBusy, choose }: Props) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ queryKey: ['base-models'], queryFn: api.baseModels })
  const [chosen, setChosen] = useState<string>()
  const published = (data?.items ?? []).filter(({ publishedVersion }) => publishedVersion !== null)
  const base = published.find(({ id }) => id === chosen)
  if (error) return <Failure error={error} retry={refetch} />
  if (!data) return <Skeleton active />
  if (readOnly || published.length === 0)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={t(readOnly ? 'overlay.noBase' : 'overlay.noneToChoose')}
      />
    )
  return (
    <>
      <p className="quiet">{t('overlay.chooseHint')}</p>
      <Field label={t('words.baseModel')}>
        {(id) => (
          <Select
            id={id}
            className="overlay-choice"
            value={chosen}
            placeholder={t('overlay.choose')}
            options={published.map(({ id, name }) => ({ value: id, label: name, title: name }))}
            onChange={setChosen}
          />
        )}
      </Field>
      {base && <WouldBeOwn base={base} />}
      <Button type="primary" disabled={!base} loading={isBusy} onClick={() => base && choose(base.id)}>
        {t('overlay.rest')}
      </Button>
    </>
  )
}

function WouldBeOwn({ base: { id, publishedVersion } }: { base: BaseModel }) {
  const { t } = useTranslation()
  const model = useModel()
  const number = publishedVersion ?? 0
  const owner = { kind: 'base-model', id } as const
  const { data } = useQuery({ queryKey: ['version', owner, number], queryFn: () => api.version(owner, number) })
  if (!data) return null
  const count = entriesOf(overlayOf(data.model, model)).length
  return <p role="status">{t('overlay.wouldBeOwn', { count, version: number })}</p>
}
