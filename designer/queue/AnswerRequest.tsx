import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Input, InputNumber, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { factName, type Scalar, type Verdict, verdicts } from '#engine'
import type { AttachedFile } from '#engine/deal'
import type { RequestPage } from '../../api/work/contract.ts'
import { AttachFiles } from '../files/AttachFiles.tsx'
import { useIsBringing } from '../files/use-bring-files.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useKept } from '../ui/use-kept.ts'
import { ValueEditor } from '../ui/ValueEditor.tsx'

type Answer = {
  verdict?: Verdict
  note: string
  values: Record<string, Scalar | undefined>
  files?: AttachedFile[]
  hours?: number
}

/** A department’s answer: its verdict, why, and the elements that it was asked to bring. */
export function AnswerRequest({ page }: { page: RequestPage }) {
  const { t } = useTranslation()
  const { request, brings, currency } = page
  const kept = useKept<Answer>(`keynode.answer.${request.dealId}.${request.id}`, () => ({ note: '', values: {} }))
  const { value: answer, setValue: setAnswer } = kept
  const [complaint, setComplaint] = useState<string>()
  const [note, hours] = [useId(), useId()]
  const isBringing = useIsBringing(request.dealId)
  const sending = useSendAnswer(page, kept.forget)
  const sentence = useSentence()
  const isNo = answer.verdict === 'refused' || answer.verdict === 'declined'

  function send() {
    if (!answer.verdict) return setComplaint(t('queue.answer.verdictMissing'))
    if (isNo && answer.note.trim() === '') return setComplaint(t('queue.answer.noteMissing'))
    setComplaint(undefined)
    sending.mutate({ ...answer, verdict: answer.verdict, note: answer.note.trim() })
  }

  return (
    <Panel title={t('queue.answer.title')}>
      <div className="answer">
        <Radio.Group
          aria-label={t('queue.answer.verdict')}
          value={answer.verdict}
          onChange={({ target }) => setAnswer({ ...answer, verdict: target.value as Verdict })}
        >
          {verdicts.map((verdict) => (
            <Radio key={verdict} value={verdict} className={`verdict verdict-${verdict}`}>
              <strong>{t(`queue.answer.do.${verdict}`)}</strong>
              <small className="quiet">{t(`queue.answer.means.${verdict}`)}</small>
            </Radio>
          ))}
        </Radio.Group>
        {brings.length > 0 && !isNo && (
          <fieldset>
            <legend>{t('queue.answer.brings')}</legend>
            {brings.map((element) => (
              <div key={element.id} className="answer-element">
                <span>{element.name}</span>
                <ValueEditor
                  type={element.value}
                  currency={currency}
                  label={element.name}
                  value={answer.values[element.id]}
                  onChange={(value) => setAnswer({ ...answer, values: { ...answer.values, [element.id]: value } })}
                />
              </div>
            ))}
          </fieldset>
        )}
        <label htmlFor={note}>{t(isNo ? 'queue.answer.why' : 'words.note')}</label>
        <Input.TextArea
          id={note}
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={4000}
          value={answer.note}
          onChange={({ target }) => setAnswer({ ...answer, note: target.value })}
        />
        <AttachFiles
          deal={request.dealId}
          files={answer.files ?? []}
          change={(files) => setAnswer({ ...answer, files })}
        />
        <label htmlFor={hours}>{t('support.hours.spent')}</label>
        <InputNumber
          id={hours}
          className="hours"
          min={0}
          max={1000}
          step={0.25}
          precision={2}
          value={answer.hours ?? null}
          onChange={(hours) => setAnswer(withHours(answer, hours))}
        />
        {(complaint ?? sending.error) && <Alert type="error" showIcon title={complaint ?? sentence(sending.error)} />}
        <Button type="primary" size="large" loading={sending.isPending || isBringing} onClick={send}>
          {t('queue.answer.send')}
        </Button>
      </div>
    </Panel>
  )
}

const withHours = ({ hours: _, ...answer }: Answer, hours: number | null): Answer =>
  hours === null ? answer : { ...answer, hours }

type Sent = Answer & { verdict: Verdict }

/** Sends the answer once, and goes back to the queue. A request that was answered meanwhile is shown as it now is. */
function useSendAnswer({ request: { dealId, id, name }, brings }: RequestPage, forget: () => void) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const attempt = useAttempt()
  return useMutation({
    mutationFn: ({ verdict, note, values, files = [], hours }: Sent) => {
      const isNo = verdict === 'refused' || verdict === 'declined'
      const observations = brings.flatMap((element) => {
        const value = values[element.id]
        return value === undefined || isNo ? [] : [{ fact: factName.element(element.id), value }]
      })
      const body = {
        verdict,
        note,
        observations,
        ...(files.length > 0 && { files: files.map(({ id }) => id) }),
        ...(hours !== undefined && { hours }),
      }
      return api.step(dealId, 'support-requests/{id}/answer', body, id, attempt.keyFor(body))
    },
    onSuccess: async (_answer, { verdict }) => {
      attempt.done()
      forget()
      void message.success(t('queue.answer.sent', { name, verdict: t(`words.verdict.${verdict}`) }))
      void queries.invalidateQueries({ queryKey: ['requests'] })
      void queries.invalidateQueries({ queryKey: ['request', dealId, id] })
      void queries.invalidateQueries({ queryKey: ['deal', dealId] })
      await navigate({ to: '/queue' })
    },
    onError: () => queries.invalidateQueries({ queryKey: ['request', dealId, id] }),
  })
}
