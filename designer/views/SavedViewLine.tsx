import { CheckOutlined, DeleteOutlined, EditOutlined, StarFilled, StarOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangedSavedView, SavedView } from '../../api/views/contract.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'

type Props = { view: SavedView; isShown: boolean; show: () => void; changed: () => unknown }

/** One view: to show, to open the list with, to rename, to delete. */
export function SavedViewLine({ view, isShown, show, changed }: Props) {
  const { t } = useTranslation()
  const { id, name, isDefault } = view
  const [written, write] = useState<string>()
  const change = useMutation({
    mutationFn: (to: ChangedSavedView) => api.changeView(id, to),
    onSuccess: () => {
      write(undefined)
      return changed()
    },
  })
  const remove = useMutation({ mutationFn: () => api.deleteView(id), onSuccess: changed })
  const error = change.error ?? remove.error
  const keep = () => {
    const next = written?.trim()
    if (!next || next === name) write(undefined)
    else change.mutate({ name: next })
  }
  return (
    <li className="view">
      {written === undefined ? (
        <Button type="text" className="view-name" aria-current={isShown} onClick={show}>
          {name}
        </Button>
      ) : (
        <Input
          autoFocus
          aria-label={t('views.rename', { name })}
          maxLength={100}
          value={written}
          onChange={({ target }) => write(target.value)}
          onPressEnter={keep}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            write(undefined)
          }}
        />
      )}
      {written !== undefined && (
        <Button type="text" icon={<CheckOutlined />} aria-label={t('words.save')} onClick={keep} />
      )}
      <Button
        type="text"
        icon={isDefault ? <StarFilled /> : <StarOutlined />}
        aria-label={t('views.default', { name })}
        title={t('views.default', { name })}
        aria-pressed={isDefault}
        onClick={() => change.mutate({ isDefault: !isDefault })}
      />
      {written === undefined && (
        <Button
          type="text"
          icon={<EditOutlined />}
          aria-label={t('views.rename', { name })}
          title={t('views.rename', { name })}
          onClick={() => write(name)}
        />
      )}
      <Popconfirm
        title={t('views.deleteSure', { name })}
        okText={t('words.remove')}
        cancelText={t('words.cancel')}
        onConfirm={() => remove.mutate()}
      >
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('views.delete', { name })}
          title={t('views.delete', { name })}
        />
      </Popconfirm>
      {error && <Failure error={error} />}
    </li>
  )
}
