import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Drawer, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonField } from '../deals/ReasonField.tsx'
import { StepForm } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'
import { useSettled } from '../ui/use-settled.ts'

/** While somebody types no letter is asked for, only what they pause at; in milliseconds. */
const pause = 200

type Draft = { account: string; reason: string }

/** Marks an account as one that managers look after themselves, with the reason. */
export function MarkAccount({ close, marked }: { close: () => void; marked: (account: string) => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const wanted = useSettled(text.trim(), pause)
  const found = useQuery({
    queryKey: ['search', wanted],
    queryFn: () => api.search(wanted),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const mark = useMutation({
    mutationFn: ({ account, reason }: Draft) => api.markAccount(account, { reason }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['key-accounts'] })
      marked(id)
    },
  })
  return (
    <Drawer open onClose={close} size="min(460px, 100vw)" title={t('keyAccounts.mark')}>
      <StepForm<Draft>
        submit={t('keyAccounts.markIt')}
        busy={mark.isPending}
        error={mark.error}
        send={(draft) => mark.mutate(draft)}
        cancel={close}
      >
        <p className="quiet">{t('keyAccounts.markHint')}</p>
        <Form.Item
          name="account"
          label={t('words.account')}
          rules={[{ required: true, message: t('keyAccounts.accountMissing') }]}
        >
          <Select
            showSearch={{ filterOption: false, onSearch: setText }}
            placeholder={t('keyAccounts.find')}
            loading={found.isFetching}
            notFoundContent={wanted === '' ? t('keyAccounts.find') : t('keyAccounts.noneFound')}
            options={found.data?.accounts.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
        </Form.Item>
        <ReasonField />
      </StepForm>
    </Drawer>
  )
}
