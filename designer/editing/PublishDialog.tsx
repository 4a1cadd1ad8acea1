import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Modal, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import { api, type DrawingOwner } from '../resources/resources.ts'
import { useScenarioResults } from '../tryout/use-scenario-results.ts'
import { useSentence } from '../ui/Failure.tsx'
import { useModel } from './drawing-store.ts'
import { Field } from './fields/Field.tsx'
import { SinceLastVersion } from './SinceLastVersion.tsx'
import { failureOf, type Saver } from './saver.ts'
import { useOfferToMove } from './use-offer-to-move.ts'

type Props = {
  owner: DrawingOwner
  saver: Saver
  errors: number
  warnings: number
  /** Asked for where errors keep the drawing from being published. */
  showFindings: () => void
}

/**
 * Publishes the saved drawing as the next version, with a note on what is new about it. Before that it tells what is new
 * since the last one, and what it would do to the deals that run; after it, where to move them.
 */
export function PublishDialog({ owner, saver, errors, warnings, showFindings }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const offerToMove = useOfferToMove(owner)
  const sentence = useSentence()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const publish = useMutation({
    mutationFn: async () => {
      if (!(await saver.flush())) throw failureOf(saver)
      return api.publish(owner, { note: note.trim(), revision: saver.store.getState().revision })
    },
    onSuccess: async ({ number }) => {
      setOpen(false)
      setNote('')
      void message.success(t('editing.published', { number }))
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['versions', owner] }),
        queries.invalidateQueries({ queryKey: [`${owner.kind}s`] }),
        queries.invalidateQueries({ queryKey: ['impact', owner.id] }),
      ])
      await offerToMove(number)
    },
  })
  const broken = useBrokenScenarios(useModel(), open)
  const isBarred = errors > 0
  return (
    <>
      <Tooltip title={isBarred ? t('editing.barred', { count: errors }) : undefined}>
        <Button
          type="primary"
          aria-disabled={isBarred}
          className={isBarred ? 'publish is-barred' : 'publish'}
          onClick={() => (isBarred ? showFindings() : setOpen(true))}
        >
          {t('editing.publish')}
        </Button>
      </Tooltip>
      <Modal
        open={open}
        width={680}
        title={t('editing.publishTitle')}
        okText={t('editing.publishNow')}
        confirmLoading={publish.isPending}
        okButtonProps={{ disabled: isBarred || broken > 0 }}
        onOk={() => publish.mutate()}
        onCancel={() => {
          publish.reset()
          setOpen(false)
        }}
      >
        <p className="quiet">{t(`editing.publishHint.${owner.kind}`)}</p>
        {warnings > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('editing.publishWarnings', { count: warnings })}
            className="gap-below"
          />
        )}
        {broken > 0 && (
          <Alert type="error" showIcon title={t('tryout.scenarios.stop', { count: broken })} className="gap-below" />
        )}
        {publish.error && <Alert type="error" showIcon title={sentence(publish.error)} className="gap-below" />}
        {open && <SinceLastVersion owner={owner} saver={saver} />}
        <Field label={t('editing.releaseNote')}>
          {(id) => (
            <Input.TextArea
              id={id}
              value={note}
              maxLength={2000}
              autoSize={{ minRows: 3, maxRows: 8 }}
              placeholder={t('editing.releaseNoteHint')}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
      </Modal>
    </>
  )
}

/** How many kept plays no longer end as they did. */
const useBrokenScenarios = (model: ProcessModel, isLooking: boolean): number =>
  [...useScenarioResults(model, isLooking).values()].filter(({ length }) => length > 0).length
