import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestPage } from '../../api/work/contract.ts'
import { StepFailure } from '../deals/StepForm.tsx'
import { useMe } from '../session/use-me.ts'
import { Ago } from '../ui/Ago.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Tone } from '../ui/Tone.tsx'
import { AskBack } from './AskBack.tsx'
import { HandOver } from './HandOver.tsx'
import { Questions } from './Questions.tsx'
import { useRequestStep } from './use-request-step.ts'

/** Who has an open request, what the seller was asked, and how it changes hands. */
export function HoldRequest({ page, mayAnswer }: { page: RequestPage; mayAnswer: boolean }) {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const [doing, setDoing] = useState<'ask-back' | 'hand-over'>()
  const accept = useRequestStep(page, 'support-requests/{id}/accept')
  const { owner, acceptedAt, askedBackAt, waiting } = page.request
  const isMine = owner?.id === me?.id
  const mayHold = mayAnswer && (!owner || isMine)
  const mayMove = page.request.mayHandOver
  const done = () => setDoing(undefined)
  return (
    <Panel title={t('queue.hold.title')}>
      <div className="titled-body hold">
        <p>
          <strong>{owner ? (isMine ? t('queue.hold.mine') : owner.name) : t('queue.nobody')}</strong>{' '}
          {owner && (
            <span className="quiet">
              {acceptedAt ? (
                <>
                  {t('queue.hold.accepted')} <Ago at={acceptedAt} />
                </>
              ) : (
                t('queue.hold.notAccepted')
              )}
            </span>
          )}
        </p>
        {!owner && waiting && <p>{t(`routing.waitingHint.${waiting}`)}</p>}
        <Questions questions={page.questions} />
        {askedBackAt && (
          <p>
            <Tone tone="warn">{t('queue.hold.stands', { seller: page.deal.owner })}</Tone> <Ago at={askedBackAt} />
          </p>
        )}
        {doing === 'ask-back' && <AskBack page={page} done={done} />}
        {doing === 'hand-over' && <HandOver page={page} done={done} />}
        {!doing && (mayHold || mayMove) && (
          <div className="hold-steps">
            {mayHold && !acceptedAt && (
              <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate({})}>
                {t('queue.hold.accept')}
              </Button>
            )}
            {mayHold && !askedBackAt && <Button onClick={() => setDoing('ask-back')}>{t('queue.hold.askBack')}</Button>}
            {mayMove && page.members.some(({ id }) => id !== owner?.id) && (
              <Button onClick={() => setDoing('hand-over')}>{t('queue.hold.handOver')}</Button>
            )}
          </div>
        )}
        <StepFailure error={accept.error} />
      </div>
    </Panel>
  )
}
