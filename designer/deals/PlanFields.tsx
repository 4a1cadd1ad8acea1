import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Strategy, strategies } from '#engine'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { api } from '../resources/resources.ts'

export type PlanDraft = { strategy: Strategy; steps: string; owner?: string; due?: string }

/** How an objection is to be answered: the strategy, the steps, who answers for it and by when. */
export function PlanFields() {
  const { t } = useTranslation()
  const managers = useQuery({ queryKey: ['managers'], queryFn: api.managers, staleTime: 60_000 })
  return (
    <>
      <Form.Item name="strategy" label={t('deals.objections.strategy')}>
        <Select options={strategies.map((value) => ({ value, label: t(`words.strategy.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="steps"
        label={t('deals.objections.steps')}
        rules={[{ required: true, whitespace: true, message: t('deals.objections.stepsMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="owner" label={t('deals.objections.owner')}>
        <Select
          allowClear
          placeholder={t('deals.objections.dealOwner')}
          options={managers.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
      </Form.Item>
      <Form.Item name="due" label={t('deals.objections.due')}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}

/** What a filled form says. */
export const asPlan = ({ strategy, steps, owner, due }: PlanDraft): StepBodies['objections/{id}/plan'] => ({
  strategy,
  steps: linesOf(steps),
  ...(owner && { owner }),
  ...(due && { due: endOfDay(due) }),
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A plan that is due on a day is due when that day ends, where its writer is. */
const endOfDay = (day: string): string => new Date(`${day}T23:59:00`).toISOString()
