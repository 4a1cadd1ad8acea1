import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { AddByName } from '../AddByName.tsx'
import { useReadOnly } from '../drawing-store.ts'
import { IconButton } from '../PartList.tsx'

/** The steps of a playbook, in their order. A step whose text is taken away goes. */
export function StepsField({
  label,
  steps,
  change,
}: {
  label: string
  steps: string[]
  change: (steps: string[], typing?: string) => void
}) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const swap = (n: number, by: -1 | 1) => {
    const next = [...steps]
    next.splice(n + by, 0, ...next.splice(n, 1))
    change(next)
  }
  return (
    <section className="parts" aria-label={label}>
      <h3>{label}</h3>
      <ol className="steps">
        {steps.map((step, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other identity than its place in the list
          <li key={n}>
            <Input.TextArea
              autoSize
              variant="borderless"
              aria-label={t('editing.step', { number: n + 1 })}
              defaultValue={step}
              key={step}
              maxLength={200}
              onBlur={({ target }) => {
                const text = target.value.trim()
                if (text === step) return
                change(text === '' ? steps.toSpliced(n, 1) : steps.with(n, text))
              }}
            />
            {!readOnly && (
              <span className="part-tools">
                {n > 0 && (
                  <IconButton
                    label={t('editing.up', { name: step })}
                    icon={<ArrowUpOutlined />}
                    act={() => swap(n, -1)}
                  />
                )}
                {n < steps.length - 1 && (
                  <IconButton
                    label={t('editing.down', { name: step })}
                    icon={<ArrowDownOutlined />}
                    act={() => swap(n, 1)}
                  />
                )}
                <IconButton
                  label={t('editing.removeNamed', { name: step })}
                  icon={<DeleteOutlined />}
                  act={() => change(steps.toSpliced(n, 1))}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && <AddByName label={t('editing.addStep')} add={(name) => change([...steps, name])} />}
    </section>
  )
}
