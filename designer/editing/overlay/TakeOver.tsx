import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Change, checkModel, type ProcessModel, type Side, settle } from '#engine'
import type { RestsOn, TakingOver } from '../../../api/base-models/contract.ts'
import { useChangeSentence } from '../../map/use-change-sentence.ts'
import { api } from '../../resources/resources.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useDrawing, useModel } from '../drawing-store.ts'
import { failureOf, type Saver } from '../saver.ts'
import { ConflictCard } from './ConflictCard.tsx'
import { restsOnKey } from './use-rests-on.ts'

type Props = { segment: string; restsOn: RestsOn; saver: Saver; close: () => void }

/** What a new version of the base would bring into the drawing, and each conflict with both sides, to be settled first. */
export function TakeOver({ segment, restsOn, saver, close }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const run = useDrawing((drawing) => drawing.run)
  const [sides, setSides] = useState<Record<number, Side>>({})
  const preview = useQuery({
    queryKey: ['take-over', segment],
    queryFn: async () => {
      if (!(await saver.flush())) throw failureOf(saver)
      return api.takeOver(segment)
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const { data } = preview
  const settled = Object.values(sides)
  const open = (data?.conflicts.length ?? 0) - settled.length
  const carryOut = useMutation({
    mutationFn: ({ version, revision }: TakingOver) =>
      api.carryOut(segment, { version, revision, sides: inOrder(sides) }),
    onSuccess: async (draft, { version, base }) => {
      queries.setQueryData(restsOnKey(segment), { ...restsOn, version, model: base })
      saver.adopt(draft)
      run(() => draft.model)
      close()
      void message.success(t('overlay.takenOver', { version }))
      await Promise.all(
        [restsOnKey(segment), ['segments'], ['base-models']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      )
    },
  })
  return (
    <Modal
      open
      width={760}
      title={t('overlay.takeOverTitle', { name: restsOn.base.name, version: data?.version ?? restsOn.newest })}
      okText={t('overlay.takeOver')}
      okButtonProps={{ disabled: !data || open > 0 }}
      confirmLoading={carryOut.isPending}
      onOk={() => data && carryOut.mutate(data)}
      onCancel={close}
      className="take-over"
    >
      <p className="quiet">{t('overlay.takeOverHint')}</p>
      {preview.error && <Failure error={preview.error} retry={preview.refetch} />}
      {carryOut.error && <Failure error={carryOut.error} />}
      {!data && !preview.error && <Skeleton active />}
      {data && (
        <>
          {data.note && <blockquote className="take-over-note">{data.note}</blockquote>}
          {data.conflicts.length > 0 && (
            <section aria-label={t('overlay.conflicts')}>
              <h3 className="overlay-title">
                {t('overlay.conflicts')} <small>{data.conflicts.length}</small>
                <span className="take-over-all">
                  {(['ours', 'theirs'] as const).map((side) => (
                    <Button
                      key={side}
                      size="small"
                      type="link"
                      onClick={() => setSides(Object.fromEntries(data.conflicts.map((_, n) => [n, side])))}
                    >
                      {t(`overlay.all.${side}`)}
                    </Button>
                  ))}
                </span>
              </h3>
              {data.conflicts.map((conflict, n) => (
                <ConflictCard
                  // biome-ignore lint/suspicious/noArrayIndexKey: the order of the conflicts is what settles them
                  key={n}
                  conflict={conflict}
                  drawnOn={restsOn.model}
                  base={data.base}
                  side={sides[n]}
                  take={(side) => setSides({ ...sides, [n]: side })}
                />
              ))}
            </section>
          )}
          <Account restsOn={restsOn} preview={data} />
          <p role="status" className={open > 0 ? 'take-over-open' : 'quiet'}>
            {open > 0
              ? t('overlay.open', { count: open })
              : t('overlay.errorsThen', { count: errorsIn(settle(data, inOrder(sides))) })}
          </p>
        </>
      )}
    </Modal>
  )
}

/** Every change that is in no conflict, and what becomes of it. */
function Account({ restsOn, preview }: { restsOn: RestsOn; preview: TakingOver }) {
  const { t } = useTranslation()
  const model = useModel()
  const { account, base } = preview
  const theirs = { before: restsOn.model, after: base }
  const ours = { before: restsOn.model, after: model }
  return (
    <>
      <Told title={t('overlay.account.taken')} changes={account.taken} drawings={theirs} open />
      <Told title={t('overlay.account.kept')} changes={account.kept} drawings={ours} />
      <Told title={t('overlay.account.common')} changes={account.common} drawings={theirs} />
      <Told title={t('overlay.account.moot')} changes={account.moot} drawings={ours} />
    </>
  )
}

type ToldProps = {
  title: string
  changes: readonly Change[]
  drawings: { before: ProcessModel; after: ProcessModel }
  open?: boolean
}

function Told({ title, changes, drawings, open = false }: ToldProps) {
  const tell = useChangeSentence()
  if (changes.length === 0) return null
  return (
    <details className="take-over-told" open={open}>
      <summary>
        {title} <small>{changes.length}</small>
      </summary>
      <ul>
        {changes.map((change) => (
          <li key={JSON.stringify([change.kind, change.place, 'path' in change ? change.path : ''])}>
            {tell(change, drawings)}
          </li>
        ))}
      </ul>
    </details>
  )
}

const inOrder = (sides: Record<number, Side>): Side[] =>
  Object.keys(sides)
    .map(Number)
    .sort((one, other) => one - other)
    .map((n) => sides[n] as Side)

const errorsIn = (model: ProcessModel): number =>
  checkModel(model).filter(({ severity }) => severity === 'error').length
