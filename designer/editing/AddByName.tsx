import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Adds things by their names, one after another: a button that becomes a line to write in. */
export function AddByName({ label, add, quiet }: { label: string; add: (name: string) => void; quiet?: boolean }) {
  const { t } = useTranslation()
  const [name, setName] = useState<string>()
  const input = useRef<InputRef>(null)
  const isOpen = name !== undefined
  useEffect(() => {
    if (isOpen) input.current?.focus({ preventScroll: true })
  }, [isOpen])

  function take(next: '' | undefined) {
    if (name?.trim()) add(name.trim())
    setName(next)
  }

  if (name === undefined)
    return (
      <Button
        type={quiet ? 'text' : 'dashed'}
        size="small"
        block
        className="add-by-name"
        icon={<PlusOutlined />}
        onClick={() => setName('')}
      >
        {label}
      </Button>
    )
  return (
    <Input
      ref={input}
      size="small"
      data-own-undo
      aria-label={t('editing.newName', { label })}
      placeholder={t('editing.newNameHint')}
      maxLength={200}
      value={name}
      onChange={({ target }) => setName(target.value)}
      onPressEnter={() => take('')}
      onBlur={() => take(undefined)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // A drawer that it stands in would close with it.
        event.stopPropagation()
        setName(undefined)
      }}
    />
  )
}
