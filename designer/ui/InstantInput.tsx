import { Input } from 'antd'

type Props = { id?: string; value?: string; onChange?: (at: string | undefined) => void; min?: string }

/** An instant, as its ISO text, typed or chosen in the reader's own zone; a phone brings its own wheel for it. */
export function InstantInput({ value, onChange, min, ...field }: Props) {
  return (
    <Input
      {...field}
      type="datetime-local"
      value={value ? asLocal(value) : ''}
      {...(min && { min: asLocal(min) })}
      onChange={({ target }) => onChange?.(target.value ? new Date(target.value).toISOString() : undefined)}
    />
  )
}

/** As the browser's own field wants it: local, to the minute, without a zone. */
function asLocal(at: string): string {
  const instant = new Date(at)
  return new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
