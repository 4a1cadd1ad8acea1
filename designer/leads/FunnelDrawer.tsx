import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SegmentFunnel } from '../../api/leads/contract.ts'
import { freshId } from '../commands/identify.ts'
import { replaced, shifted, without } from '../commands/lists.ts'
import { AddByName } from '../editing/AddByName.tsx'
import { ValueTypeField } from '../editing/fields/ValueTypeField.tsx'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'

/** How sales operations sets a mass segment up: the stages of its funnel in their order, and the fields of its leads. */
export function FunnelDrawer({ told, close }: { told: SegmentFunnel; close: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const sentence = useSentence()
  const queries = useQueryClient()
  const { segment, revision } = told
  const [{ stages, fields }, setDraft] = useState(told.funnel)
  const saving = useMutation({
    mutationFn: () => api.changeFunnel(segment.id, { revision, funnel: { stages, fields } }),
    onSuccess: (changed) => {
      queries.setQueryData(['funnel', segment.id], changed)
      void queries.invalidateQueries({ queryKey: ['leads', segment.id] })
      void message.success(t('leads.funnelSaved'))
      close()
    },
  })
  const isChanged = JSON.stringify({ stages, fields }) !== JSON.stringify(told.funnel)
  const isNamed = [...stages, ...fields].every(({ name }) => name.trim() !== '')
  const idOf = (kind: string, name: string) => freshId(new Set([...stages, ...fields].map(({ id }) => id)), kind, name)
  const setStages = (next: typeof stages) => setDraft({ stages: next, fields })
  const setFields = (next: typeof fields) => setDraft({ stages, fields: next })
  return (
    <Drawer
      open
      onClose={close}
      // What was drawn up is not lost to a slip.
      keyboard={!isChanged}
      mask={{ closable: !isChanged }}
      size="min(560px, 100vw)"
      title={t('leads.funnelOf', { name: segment.name })}
    >
      <Things title={t('leads.stages')} hint={t('leads.stagesHint')} items={stages} change={setStages} least={1} />
      <AddByName
        label={t('leads.addStage')}
        add={(name) => setStages([...stages, { id: idOf('stage', name), name }])}
      />
      <Things title={t('leads.fields')} hint={t('leads.fieldsHint')} items={fields} change={setFields} least={0}>
        {(field) => (
          <div className="funnel-field">
            <ValueTypeField value={field.value} change={(value) => setFields(replaced(fields, { ...field, value }))} />
          </div>
        )}
      </Things>
      <AddByName
        label={t('leads.addField')}
        add={(name) => setFields([...fields, { id: idOf('field', name), name, value: { kind: 'text' } }])}
      />
      {saving.error && <Alert type="error" showIcon title={sentence(saving.error)} className="lead-failure" />}
      <div className="step-form-actions funnel-save">
        <Button
          type="primary"
          size="middle"
          disabled={!isNamed || (!isChanged && revision > 0)}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {t('words.save')}
        </Button>
        <Button size="middle" type="text" onClick={close}>
          {t('words.cancel')}
        </Button>
      </div>
    </Drawer>
  )
}

type Named = { id: string; name: string }
type ThingsProps<Item extends Named> = {
  title: string
  hint: string
  items: Item[]
  change: (items: Item[]) => void
  /** How many there have to be. */
  least: number
  children?: (item: Item) => ReactNode
}

/** Named things in an order: renamed, moved up and down, taken away. */
function Things<Item extends Named>({ title, hint, items, change, least, children }: ThingsProps<Item>) {
  const { t } = useTranslation()
  return (
    <section className="funnel-things" aria-label={title}>
      <h3>{title}</h3>
      <p className="quiet">{hint}</p>
      <ol>
        {items.map((item, n) => (
          <li key={item.id}>
            <Input
              aria-label={t('leads.nameOf', { number: n + 1, title })}
              value={item.name}
              maxLength={200}
              status={item.name.trim() === '' ? 'error' : ''}
              onChange={({ target }) => change(replaced(items, { ...item, name: target.value }))}
            />
            <span className="funnel-tools">
              <Button
                type="text"
                size="small"
                disabled={n === 0}
                icon={<ArrowUpOutlined aria-hidden />}
                aria-label={t('editing.up', { name: item.name })}
                onClick={() => change(shifted(items, item.id, -1))}
              />
              <Button
                type="text"
                size="small"
                disabled={n === items.length - 1}
                icon={<ArrowDownOutlined aria-hidden />}
                aria-label={t('editing.down', { name: item.name })}
                onClick={() => change(shifted(items, item.id, 1))}
              />
              <Button
                type="text"
                size="small"
                disabled={items.length <= least}
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('editing.removeNamed', { name: item.name })}
                onClick={() => change(without(items, item.id))}
              />
            </span>
            {children?.(item)}
          </li>
        ))}
      </ol>
    </section>
  )
}
