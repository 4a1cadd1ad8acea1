import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#engine/deal'
import { Panel } from '../ui/Panel.tsx'
import { ChainOutlook } from './ChainOutlook.tsx'
import { type HeldRole, heldRoles, withoutRole } from './chain-roles.ts'
import { useDealView } from './deal-view.ts'
import { PersonForm } from './PersonForm.tsx'
import { ReasonStep } from './ReasonStep.tsx'
import './chain.css'

/** Who of the customer's holds each buying role, how they stand to buying from us, and who left. */
export function ChainPanel() {
  const { t } = useTranslation()
  const { page } = useDealView()
  const roles = heldRoles(page.model, page.state)
  const others = withoutRole(page.model, page.state)
  const left = Object.entries(page.state.people ?? {}).filter(([, { leftAt }]) => leftAt !== undefined)
  const unnamed = roles.filter(({ people }) => people.length === 0)
  return (
    <Panel title={t('deals.people.title')}>
      {roles.length === 0 && <p className="titled-body quiet">{t('deals.people.noRoles')}</p>}
      {roles.length > 0 && unnamed.length === roles.length && (
        <p className="titled-body quiet">{t('deals.people.hint')}</p>
      )}
      {page.state.status === 'open' && <ChainOutlook />}
      <ul className="cards chain-roles">
        {roles
          .filter(({ people }) => people.length > 0)
          .map((held) => (
            <RoleItem key={held.role.id} held={held} />
          ))}
        {others.length > 0 && (
          <li>
            <small className="quiet">{t('deals.people.withoutRole')}</small>
            {others.map(([id, person]) => (
              <Holder key={id} id={id} person={person} />
            ))}
          </li>
        )}
      </ul>
      {unnamed.length > 0 && (
        <details className="fold past">
          <summary>{t('deals.people.unnamed', { count: unnamed.length })}</summary>
          <ul className="cards chain-roles">
            {unnamed.map((held) => (
              <RoleItem key={held.role.id} held={held} />
            ))}
          </ul>
        </details>
      )}
      {left.length > 0 && (
        <details className="fold past">
          <summary>{t('deals.people.past', { count: left.length })}</summary>
          <ul>
            {left.map(([id, person]) => (
              <li key={id}>
                <span>{person.name}</span> <small className="quiet">{person.leftReason}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

function RoleItem({ held: { role, layer, people } }: { held: HeldRole }) {
  const { t } = useTranslation()
  const { mayChange } = useDealView()
  const [naming, setNaming] = useState(false)
  const stop = () => setNaming(false)
  return (
    <li aria-label={role.name}>
      <div className="card-line">
        <span className="chain-role">
          {role.name} {layer && <small className="quiet">{layer}</small>}
        </span>
        {mayChange && !naming && (
          <Button
            size="small"
            type="text"
            aria-label={t('deals.people.nameFor', { role: role.name })}
            onClick={() => setNaming(true)}
          >
            {people.length === 0 ? t('deals.people.nameOne') : '+'}
          </Button>
        )}
      </div>
      {people.map(([id, person]) => (
        <Holder key={id} id={id} person={person} />
      ))}
      {naming && <PersonForm role={role.id} close={stop} />}
    </li>
  )
}

function Holder({ id, person }: { id: string; person: Person }) {
  const { t } = useTranslation()
  const { mayChange } = useDealView()
  const [doing, setDoing] = useState<'change' | 'remove'>()
  const stop = () => setDoing(undefined)
  const { name, title, contact, stance, influence, requester } = person
  return (
    <div className="holder">
      <p>
        <i className={`stance is-${stance}`} aria-hidden="true" />
        <strong>{name}</strong>
        {title && <span className="quiet">{title}</span>}
        <small className={`stance-word is-${stance}`}>{t(`words.stance.${stance}`)}</small>
        <small className="quiet">
          {t('deals.people.influenceIs', { influence: t(`words.influence.${influence}`) })}
        </small>
        {requester && <small className="quiet">{t('deals.people.asked')}</small>}
        {mayChange && !doing && (
          <Button
            size="small"
            type="text"
            aria-label={t('deals.people.changeNamed', { name })}
            onClick={() => setDoing('change')}
          >
            {t('words.edit')}
          </Button>
        )}
      </p>
      {contact && <small className="quiet">{contact}</small>}
      {doing === 'change' && (
        <PersonForm role={person.role} id={id} person={person} close={stop} remove={() => setDoing('remove')} />
      )}
      {doing === 'remove' && (
        <ReasonStep path="people/{id}/remove" id={id} submit={t('deals.people.left')} close={stop} />
      )}
    </div>
  )
}
