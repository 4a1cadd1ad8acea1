import { Select } from 'antd'

type Props = {
  id?: string
  value?: string[]
  onChange?: (tags: string[]) => void
  known: string[]
  placeholder?: string
}

/** Longest tag that a lead can bear, in characters. */
const longest = 60

/** Tags, chosen among those in use or typed. */
export function TagsInput({ value = [], onChange, known, ...field }: Props) {
  return (
    <Select
      {...field}
      mode="tags"
      value={value}
      onChange={(tags: string[]) => onChange?.(named(tags))}
      options={known.map((tag) => ({ value: tag, label: tag }))}
      tokenSeparators={[';', '，', ',']}
    />
  )
}

const named = (tags: string[]): string[] => [
  ...new Set(tags.map((tag) => tag.trim().slice(0, longest)).filter((tag) => tag !== '')),
]
