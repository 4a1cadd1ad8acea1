import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Routing } from '#engine'
import type { DepartmentRouting } from '../../api/routing/contract.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'
import { Panel } from '../ui/Panel.tsx'
import { AuthorityMatrix } from './AuthorityMatrix.tsx'
import { Grants } from './Grants.tsx'
import { RuleList } from './RuleList.tsx'

/** One department's rules, authority and leads, changed together and saved as one. */
export function RoutingForm({ stored }: { stored: DepartmentRouting }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const sentence = useSentence()
  const queries = useQueryClient()
  const { department, members } = stored
  const before = { routing: stored.routing, leads: members.filter(({ lead }) => lead).map(({ id }) => id) }
  const [draft, setDraft] = useState(before)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(before)
  const set = (routing: Partial<Routing>) => setDraft({ ...draft, routing: { ...draft.routing, ...routing } })
  const saving = useMutation({
    mutationFn: () => api.changeRouting(department.id, { revision: stored.revision, ...draft }),
    onSuccess: (changed) => {
      queries.setQueryData(['routing', department.id], changed)
      void message.success(t('routing.saved', { name: department.name }))
    },
  })
  return (
    <>
      <Panel title={t('routing.rules')} count={draft.routing.rules.length}>
        <RuleList stored={stored} rules={draft.routing.rules} change={(rules) => set({ rules })} />
      </Panel>
      <Panel title={t('routing.authority')}>
        <AuthorityMatrix stored={stored} authority={draft.routing.authority} />
        <Grants stored={stored} authority={draft.routing.authority} change={(authority) => set({ authority })} />
      </Panel>
      <Panel title={t('routing.leads')}>
        <div className="titled-body">
          <p className="quiet routing-hint">{t('routing.leadsHint')}</p>
          <Select
            mode="multiple"
            aria-label={t('routing.leads')}
            className="routing-wide"
            placeholder={t('routing.leadsNone')}
            value={draft.leads}
            onChange={(leads) => setDraft({ ...draft, leads })}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </div>
      </Panel>
      {saving.error && <Alert type="error" showIcon title={sentence(saving.error)} className="routing-failure" />}
      {isChanged && (
        <div className="routing-save">
          <span>{t('routing.unsaved', { name: department.name })}</span>
          <Button onClick={() => setDraft(before)}>{t('routing.discard')}</Button>
          <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate()}>
            {t('words.save')}
          </Button>
        </div>
      )}
    </>
  )
}
