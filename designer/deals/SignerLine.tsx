import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LadderSigner } from '#engine'
import { holdersOf, type SignOffRun } from '#engine/deal'
import { Ago } from '../ui/Ago.tsx'
import { Tone } from '../ui/Tone.tsx'
import { useDealView } from './deal-view.ts'
import { Lapse } from './Lapse.tsx'
import { Mark } from './Mark.tsx'
import { ReasonStep } from './ReasonStep.tsx'

type Props = { signer: LadderSigner; turns: number; since: SignOffRun | undefined }

/** One who signs, at their turn: who it is in this deal, and how each of their promises stands. */
export function SignerLine({ signer: { role, turn, status, isSignedFor, signatures }, turns, since }: Props) {
  const { t } = useTranslation()
  const { page, names, mayChange, record } = useDealView()
  const [takingBack, setTakingBack] = useState(false)
  const added = page.state.signers?.[role]
  const holders = holdersOf(page.state, role)
  const owed = signatures.filter((one) => one.status !== 'given').map(({ fact }) => fact)
  return (
    <li className={`signer is-${status}`}>
      <div className="card-line">
        <span className="signer-who">
          {turns > 1 && status !== 'left-out' && (
            <span className="signer-turn" title={t('deals.signOff.turn', { turn })}>
              {turn}
            </span>
          )}
          <span>
            {names.role(role)}
            {holders.length > 0 && <span className="quiet"> {holders.map(([, { name }]) => name).join(', ')}</span>}
          </span>
        </span>
        <span className="signer-standing">
          {status === 'next' && (
            <>
              <Tone tone="warn">{t('deals.signOff.next')}</Tone>
              {since?.turnAt && (
                <small className="quiet">
                  <Ago at={since.turnAt} />
                </small>
              )}
            </>
          )}
          {status === 'not-asked' && <small className="quiet">{t('deals.signOff.notAsked')}</small>}
          {status === 'left-out' && <small className="quiet">{t('deals.signOff.leftOut')}</small>}
          {isSignedFor && <small className="quiet">{t('deals.signOff.signedFor')}</small>}
          {mayChange && status === 'next' && owed.length > 0 && (
            <Button
              size="small"
              onClick={() => record(owed)}
              aria-label={t('deals.people.recordFrom', { name: names.role(role) })}
            >
              {t('deals.why.record')}
            </Button>
          )}
        </span>
      </div>
      <Absences role={role} />
      {added && (
        <p className="signer-added quiet">
          {t(`deals.signOff.added.${added.place}`)} {added.reason}
          {mayChange && !takingBack && (
            <Button size="small" type="link" onClick={() => setTakingBack(true)}>
              {t('deals.signOff.takeBack')}
            </Button>
          )}
        </p>
      )}
      {takingBack && (
        <ReasonStep
          path="signers/{id}/take-back"
          id={role}
          submit={t('deals.signOff.takeBack')}
          close={() => setTakingBack(false)}
        />
      )}
      <ul className="signatures">
        {signatures.map((signature) => (
          <SignatureLine key={signature.fact} signature={signature} isAlone={added !== undefined} />
        ))}
      </ul>
    </li>
  )
}

/** Who of those who hold the role is away, and who stands in. */
function Absences({ role }: { role: string }) {
  const { t, i18n } = useTranslation()
  const { page } = useDealView()
  const day = (instant: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(instant))
  const away = holdersOf(page.state, role).filter(([, { away }]) => away && Date.parse(away.until) > Date.now())
  return away.map(([id, { name, away }]) => {
    const delegate = away?.delegate && page.state.people?.[away.delegate]?.name
    const words = { name, until: day(away?.until ?? '') }
    return (
      <p key={id} className="signer-away">
        {delegate ? t('deals.people.awayWithDelegate', { ...words, delegate }) : t('deals.people.awayIs', words)}
      </p>
    )
  })
}

/** One promise: since when it stands, on what evidence and until when, or why it does not count. */
function SignatureLine({
  signature: { fact, status, observation: id },
  isAlone,
}: {
  signature: LadderSigner['signatures'][number]
  isAlone: boolean
}) {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  const observation = id === undefined ? undefined : page.state.observations[id]
  if (isAlone && !observation) return null
  return (
    <li className={`signature is-${status}`}>
      <Mark kind="commitment" filled={status === 'given'} />
      <span>{isAlone ? t('deals.signOff.signature') : names.label(fact)}</span>
      {status !== 'given' && status !== 'missing' && (
        <Tone tone={status === 'refused' ? 'bad' : 'warn'}>{t(`deals.signOff.signatureIs.${status}`)}</Tone>
      )}
      {observation && (
        <small className="quiet" title={observation.evidence}>
          <span className={`evidenced by-${observation.grade}`}>{t(`words.grade.${observation.grade}`)}</span>{' '}
          {observation.saidBy} <Ago at={observation.withdrawnAt ?? observation.at} />
        </small>
      )}
      {observation && status === 'given' && <Lapse observation={observation} />}
    </li>
  )
}
