import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Failure, useSentence } from '../ui/Failure.tsx'
import { Panel } from '../ui/Panel.tsx'

/** For each segment who can move resources: what nobody may take or answers in time goes up to them. */
export function ProcessOwners() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const sentence = useSentence()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: ['process-owners'], queryFn: api.processOwners })
  const setting = useMutation({
    mutationFn: ({ segment, userId }: { segment: string; userId: string | null }) =>
      api.setProcessOwner(segment, userId),
    onSuccess: (changed, { segment }) => {
      queries.setQueryData(['process-owners'], changed)
      const name = changed.segments.find((one) => one.segment.id === segment)?.segment.name
      void message.success(t('routing.saved', { name }))
    },
  })
  return (
    <Panel title={t('routing.processOwners')}>
      <p className="titled-body quiet routing-hint">{t('routing.processOwnersHint')}</p>
      {error && <Failure error={error} retry={refetch} />}
      {setting.error && <Alert type="error" showIcon title={sentence(setting.error)} className="routing-failure" />}
      <ul className="routing-owners">
        {data?.segments.map(({ segment, processOwner }) => (
          <li key={segment.id}>
            <span>{segment.name}</span>
            <Select
              aria-label={t('routing.processOwnerOf', { name: segment.name })}
              value={processOwner?.id ?? null}
              allowClear
              placeholder={t('routing.noProcessOwner')}
              loading={setting.isPending && setting.variables.segment === segment.id}
              options={data.candidates.map(({ id, name }) => ({ value: id, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(userId: string | null | undefined) =>
                setting.mutate({ segment: segment.id, userId: userId ?? null })
              }
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
