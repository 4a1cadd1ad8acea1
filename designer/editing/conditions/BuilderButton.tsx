import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ActionProps } from 'react-querybuilder'

/** The builder's buttons: quiet, since the conditions themselves are what one reads. */
export function BuilderButton({ label, title, handleOnClick, disabled, className = '' }: ActionProps) {
  const removes = /remove/i.test(className)
  return (
    <Button
      size="small"
      type={removes ? 'text' : 'default'}
      className={className}
      icon={removes ? <CloseOutlined /> : undefined}
      aria-label={title ?? ''}
      title={title ?? ''}
      disabled={disabled ?? false}
      onClick={(event) => handleOnClick(event)}
    >
      {removes ? undefined : label}
    </Button>
  )
}
