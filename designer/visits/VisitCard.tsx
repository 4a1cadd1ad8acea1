import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../api/people/contract.ts'
import type { Visit } from '../../api/visits/contract.ts'
import { StepFailure } from '../deals/StepForm.tsx'
import { AskBack } from '../queue/AskBack.tsx'
import { useRequestStep } from '../queue/use-request-step.ts'
import { Ago } from '../ui/Ago.tsx'
import { Linked } from '../ui/Linked.tsx'
import { useNow } from '../ui/use-now.ts'
import { useShownInstant } from '../ui/use-shown-instant.ts'
import { BeforeVisit } from './BeforeVisit.tsx'
import { SayOfVisit } from './SayOfVisit.tsx'
import { VisitStatus } from './VisitStatus.tsx'

/** One visit: when, to whom, what it is for, what to know before; and the answer of who is asked along. */
export function VisitCard({ visit, me }: { visit: Visit; me: User }) {
  const { t } = useTranslation()
  const showInstant = useShownInstant()
  const { deal, account, seller, manager, at, meet, details, asked, note } = visit
  const isMine = manager === null || manager.id === me.id
  return (
    <li className="panel visit" aria-label={t('visits.of.deal', { deal: deal.name })}>
      <header>
        <div>
          <time dateTime={at}>{showInstant(at)}</time> <Ago at={at} />
        </div>
        <VisitStatus visit={visit} />
      </header>
      <h2>
        <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
          {account ?? deal.name}
        </Link>
        {account && <small className="quiet">{deal.name}</small>}
      </h2>
      <p className="visit-who">
        <span>{t('visits.meet', { people: meet })}</span>
        <span>{t('visits.with', { seller: seller.name })}</span>
        {!isMine && <span>{t('visits.askedOf', { manager: manager.name })}</span>}
      </p>
      <p>
        <strong>{visit.name}</strong>
        {details && (
          <>
            {' — '}
            <Linked text={details} />
          </>
        )}
      </p>
      {asked && (
        <p className="visit-asked">
          {t('visits.youAsked', { seller: seller.name })} “{asked.text}”
          {asked.visitAt && <> · {t('visits.proposed', { time: showInstant(asked.visitAt) })}</>}
        </p>
      )}
      {note && visit.status !== 'open' && <blockquote>{note}</blockquote>}
      {isMine && visit.status === 'open' && <Answer visit={visit} />}
      {visit.status === 'open' && <BeforeVisit visit={visit} />}
    </li>
  )
}

function Answer({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const now = useNow()
  const [doing, setDoing] = useState<'propose' | 'declined' | 'answered'>()
  const page = {
    request: { dealId: visit.deal.id, id: visit.request },
    deal: { owner: visit.seller.name },
    visit: { at: visit.at, meet: visit.meet },
  }
  const accept = useRequestStep(page, 'support-requests/{id}/accept')
  const done = () => setDoing(undefined)
  if (doing === 'propose') return <AskBack page={page} done={done} />
  if (doing) return <SayOfVisit page={page} verdict={doing} done={done} />
  const isOver = Date.parse(visit.at) < now
  return (
    <div className="visit-do">
      {visit.acceptedAt === null && (
        <Button type="primary" size="middle" loading={accept.isPending} onClick={() => accept.mutate({})}>
          {t('visits.accept')}
        </Button>
      )}
      {visit.acceptedAt !== null && (
        <Button type={isOver ? 'primary' : 'default'} size="middle" onClick={() => setDoing('answered')}>
          {t('visits.tookPlace')}
        </Button>
      )}
      {!visit.asked && (
        <Button size="middle" onClick={() => setDoing('propose')}>
          {t('visits.propose')}
        </Button>
      )}
      <Button size="middle" type="text" onClick={() => setDoing('declined')}>
        {t('visits.decline')}
      </Button>
      <StepFailure error={accept.error} />
    </div>
  )
}
