import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { InstantInput } from '../ui/InstantInput.tsx'

/* What is asked for wherever somebody asks for support: of one deal, or of many at once. */

export function DepartmentField() {
  const { t } = useTranslation()
  const { data, isPending } = useQuery({ queryKey: ['departments'], queryFn: api.departments })
  return (
    <Form.Item
      name="department"
      label={t('words.department')}
      rules={[{ required: true, message: t('support.ask.departmentMissing') }]}
    >
      <NamedSelect items={data?.items} loading={isPending} />
    </Form.Item>
  )
}

export function WhatFields() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item
        name="name"
        label={t('support.ask.what')}
        rules={[{ required: true, whitespace: true, message: t('support.ask.whatMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="details" label={t('support.ask.details')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
    </>
  )
}

export function DueField() {
  const { t } = useTranslation()
  return (
    <Form.Item name="due" label={t('support.ask.due')}>
      <InstantInput min={new Date().toISOString()} />
    </Form.Item>
  )
}

type SelectProps = { items: { id: string; name: string }[] | undefined; loading: boolean; id?: string; value?: string }

/** One of those that have a name; the form around it gives the rest. */
export function NamedSelect({ items = [], ...field }: SelectProps) {
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      options={items.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
