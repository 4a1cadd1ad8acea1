import { type SupportRequest, standingQuestion } from '#engine/deal'
import { QuestionForm } from './QuestionForm.tsx'
import { useStep } from './use-step.ts'

/** Where a department waits for the seller, on the deal's page. */
export function AnswerQuestion({ id, request }: { id: string; request: SupportRequest }) {
  const step = useStep('support-requests/{id}/answer-question')
  return (
    <QuestionForm
      visitAt={standingQuestion(request)?.visitAt ?? request.visit?.at}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate({ body, id })}
    />
  )
}
