import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Funnel } from '#engine'
import type { Lead } from '../../api/leads/contract.ts'
import { Ago } from '../ui/Ago.tsx'
import { type Chosen, chosenAfter, isChosen } from '../ui/chosen.ts'
import { SortedHeading } from '../ui/SortedHeading.tsx'
import { Tone } from '../ui/Tone.tsx'
import { useShownValue } from '../ui/use-shown-value.ts'
import type { LeadsPlace } from './leads-place.ts'

type Props = {
  leads: Lead[]
  fields: Funnel['fields']
  place: LeadsPlace
  go: (part: Partial<LeadsPlace>) => void
  chosen: Chosen<Lead>
  choose: (chosen: Chosen<Lead>) => void
  open: (lead: Lead) => void
  showOwner: boolean
}

/** Leads, one a line: who, where they stand or which deal they became, how they are marked, and what is known of them. */
export function LeadTable({ leads, fields, place, go, chosen, choose, open, showOwner }: Props) {
  const { t } = useTranslation()
  const here = leads.filter((lead) => isChosen(chosen, lead, idOf))
  const tick = (ticked: readonly Lead[], isTicked: boolean) =>
    choose(chosenAfter(chosen, leads, ticked, isTicked, idOf))
  const heading = (order: LeadsPlace['order'], label: string) => (
    <SortedHeading label={label} by={order} sorted={place} sort={go} />
  )
  return (
    <table className="dense leads">
      <thead>
        <tr>
          <th className="choice">
            <Checkbox
              aria-label={t('leads.choosePage')}
              checked={leads.length > 0 && here.length === leads.length}
              indeterminate={here.length > 0 && here.length < leads.length}
              onChange={({ target }) => tick(leads, target.checked)}
            />
          </th>
          {heading('name', t('words.name'))}
          <th>{t('leads.known')}</th>
          <th>{t('leads.stage')}</th>
          <th>{t('leads.tags')}</th>
          {showOwner && <th>{t('words.owner')}</th>}
          {heading('created', t('leads.added'))}
          {heading('changed', t('leads.changed'))}
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <tr key={lead.id}>
            <td className="choice">
              <Checkbox
                aria-label={t('leads.choose', { name: lead.name })}
                checked={here.includes(lead)}
                onChange={({ target }) => tick([lead], target.checked)}
              />
            </td>
            <td className="lead-who">
              <button type="button" className="row-link" onClick={() => open(lead)}>
                {lead.name}
              </button>
              {(lead.account ?? lead.contact) !== null && (
                <small className="quiet">{[lead.account, lead.contact].filter(Boolean).join(' · ')}</small>
              )}
            </td>
            <td className="lead-known">
              <Known lead={lead} fields={fields} />
            </td>
            <td data-name={t('leads.stage')} className="lead-stage">
              {lead.deal === null ? (
                lead.stage.name
              ) : (
                <Link to="/deals/$dealId" params={{ dealId: lead.deal }}>
                  {t('leads.deal')}
                </Link>
              )}
            </td>
            <td data-name={t('leads.tags')} className="lead-tags">
              {lead.tags.length === 0 && <span className="quiet">—</span>}
              {lead.tags.map((tag) => (
                <Tone key={tag} tone="plain">
                  {tag}
                </Tone>
              ))}
            </td>
            {showOwner && (
              <td data-name={t('words.owner')} className="lead-line">
                {lead.owner?.name ?? <span className="quiet">{t('leads.noOwner')}</span>}
              </td>
            )}
            <td data-name={t('leads.added')} className="lead-line">
              <Ago at={lead.createdAt} />
            </td>
            <td data-name={t('leads.changed')} className="lead-line">
              <Ago at={lead.changedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const idOf = ({ id }: Lead): string => id

/** What the funnel keeps of a lead beside its name, in the order of its fields. */
function Known({ lead, fields }: { lead: Lead; fields: Funnel['fields'] }) {
  const shown = useShownValue()
  return fields.map(({ id, name, value }) => {
    const at = lead.fields[id]
    return (
      at !== undefined && (
        <span key={id}>
          <span className="quiet">{name}</span> {shown(value, at, '')}
        </span>
      )
    )
  })
}
