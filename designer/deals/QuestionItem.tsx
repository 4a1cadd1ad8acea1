import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Owed } from '../../api/work/contract.ts'
import { Ago } from '../ui/Ago.tsx'
import { Linked } from '../ui/Linked.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import { useOwedStep } from './use-owed-step.ts'

/** What a department asked me about its request: its clock stands until I answer, which I do where it stands. */
export function QuestionItem({ question }: { question: Owed<'question'> }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [answering, setAnswering] = useState(false)
  const step = useOwedStep(question, 'support-requests/{id}/answer-question', () => {
    void message.success(t('today.answered', { name: question.by }))
  })
  return (
    <li aria-label={question.text}>
      <div className="task-what">
        <Linked text={question.text} />
      </div>
      <div className="task-where">
        <Link to="/deals/$dealId" params={{ dealId: question.dealId }}>
          {question.dealName}
        </Link>{' '}
        <small className="quiet">
          {[question.account, question.name, [question.by, question.department].filter(Boolean).join(', ')]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      <div className="task-due quiet">
        <Ago at={question.openedAt} />
      </div>
      {answering ? (
        <QuestionForm
          visitAt={question.visitAt}
          busy={step.isPending}
          error={step.error}
          send={(body) => step.mutate(body)}
          cancel={() => setAnswering(false)}
        />
      ) : (
        <div className="task-do">
          <Button size="small" onClick={() => setAnswering(true)}>
            {t('today.answer')}
          </Button>
        </div>
      )}
    </li>
  )
}
