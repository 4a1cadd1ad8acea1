import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer, Rung as RungContent, Specialist } from '#engine'
import type { LayerStatus, SignOffRun } from '#engine/deal'
import { Ago } from '../ui/Ago.tsx'
import { Tone } from '../ui/Tone.tsx'
import { AddSigner } from './AddSigner.tsx'
import { useDealView } from './deal-view.ts'
import { SendBack } from './SendBack.tsx'
import { SignerLine } from './SignerLine.tsx'
import { UsualTime } from './UsualTime.tsx'

const tones = { waiting: 'plain', open: 'warn', signed: 'good', 'not-needed': 'plain' } as const

/** One layer of the sign-off: unfolded while it is open, with what can happen to it at the customer's. */
export function Rung({ rung: { layer: id, parts } }: { rung: RungContent }) {
  const { t } = useTranslation()
  const { page, mayChange } = useDealView()
  const [doing, setDoing] = useState<'add' | 'send-back'>()
  const stop = () => setDoing(undefined)
  const layer = page.model.chain.layers.find((one) => one.id === id)
  const run = page.state.layers?.[id]
  const status = run?.status ?? 'waiting'
  if (!layer) return null
  const [own, ...beside] = parts
  return (
    <li className={`rung-row is-${status}`}>
      <details className="fold" open={status === 'open'}>
        <summary>
          <strong>{layer.name}</strong>
          <Standing run={run} status={status} />
        </summary>
        <Rule layer={layer} signers={own?.signers.length ?? 0} />
        <ReturnedTo layer={id} />
        <ul className="signers">
          {own?.signers.map((signer) => (
            <SignerLine key={signer.role} signer={signer} turns={turnsIn(own.signers)} since={run} />
          ))}
        </ul>
        {beside.map(({ specialist = '', signers }) => (
          <Beside key={specialist} id={specialist} run={run?.specialists?.[specialist]}>
            {signers.map((signer) => (
              <SignerLine
                key={signer.role}
                signer={signer}
                turns={turnsIn(signers)}
                since={run?.specialists?.[specialist]}
              />
            ))}
          </Beside>
        ))}
        {mayChange && !doing && (
          <div className="rung-actions">
            <Button size="small" type="text" onClick={() => setDoing('add')}>
              {t('deals.signOff.add')}
            </Button>
            <Button size="small" type="text" onClick={() => setDoing('send-back')}>
              {t('deals.signOff.sendBack')}
            </Button>
          </div>
        )}
        {doing === 'add' && <AddSigner layer={id} close={stop} />}
        {doing === 'send-back' && <SendBack layer={id} close={stop} />}
      </details>
    </li>
  )
}

const turnsIn = (signers: { turn: number }[]): number => Math.max(...signers.map(({ turn }) => turn))

function Standing({ run, status }: { run: SignOffRun | undefined; status: LayerStatus }) {
  const { t } = useTranslation()
  const at = status === 'signed' ? run?.signedAt : status === 'open' ? run?.openedAt : undefined
  return (
    <span className="rung-standing">
      <Tone tone={tones[status]}>{t(`deals.signOff.status.${status}`)}</Tone>
      {at && (
        <small className="quiet">
          <Ago at={at} />
        </small>
      )}
    </span>
  )
}

function Rule({ layer, signers }: { layer: Layer; signers: number }) {
  const { t } = useTranslation()
  const { rule } = layer
  const says = t(`map.rule.${rule.kind}`, { count: rule.kind === 'at-least' ? rule.count : 0 })
  return (
    <p className="rung-rule quiet">
      {signers > 1 && <span>{says}</span>}
      <UsualTime part={layer} />
    </p>
  )
}

/** Why what was signed here once does not count any more. */
function ReturnedTo({ layer }: { layer: string }) {
  const { t } = useTranslation()
  const { page, names, nameOf } = useDealView()
  const [last] = Object.values(page.state.returns ?? {})
    .filter((one) => one.layer === layer)
    .sort((a, b) => b.seq - a.seq)
  if (!last) return null
  return (
    <p className="rung-returned">
      {last.specialist
        ? t('deals.signOff.returnedTo', { where: names.layer(last.specialist) })
        : t('deals.signOff.returned')}{' '}
      <Ago at={last.at} /> · {last.reason} <small className="quiet">{nameOf(last.by)}</small>
    </p>
  )
}

/** A department of the customer's that signs beside the layer. */
function Beside({ id, run, children }: { id: string; run: SignOffRun | undefined; children: React.ReactNode }) {
  const { page } = useDealView()
  const specialist: Specialist | undefined = page.model.chain.specialists.find((one) => one.id === id)
  const status = run?.status ?? 'waiting'
  return (
    <section className={`rung-beside is-${status}`} aria-label={specialist?.name}>
      <h4>
        {specialist?.name} <Standing run={run} status={status} />
      </h4>
      {specialist && status !== 'not-needed' && (
        <>
          <p className="rung-rule quiet">
            <UsualTime part={specialist} />
          </p>
          <ul className="signers">{children}</ul>
        </>
      )}
    </section>
  )
}
