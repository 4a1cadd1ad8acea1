import { Input } from 'antd'
import type { ComponentProps } from 'react'

type Props = {
  label: string
  placeholder: string
  /** The id of the list beneath, and that of the option where the field stands in it. */
  list: string
  marked: string | undefined
  isExpanded: boolean
  /** How many can be chosen from, and at which of them the field stands. */
  count: number
  at: number
  text: string
  write: (text: string) => void
  move: (at: number) => void
  take: () => void
} & Pick<ComponentProps<typeof Input>, 'maxLength'>

/** The field above a list of what is found: write, choose with the arrows, take with Enter. It keeps the focus. */
export function PickInput(props: Props) {
  const { label, placeholder, list, marked, isExpanded, count, at, text, write, move, take, ...field } = props
  return (
    <Input
      {...field}
      autoFocus
      role="combobox"
      aria-label={label}
      aria-expanded={isExpanded}
      aria-controls={list}
      aria-activedescendant={marked}
      placeholder={placeholder}
      value={text}
      onChange={({ target }) => {
        write(target.value)
        move(0)
      }}
      onKeyDown={(event) => {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (by !== undefined) {
          event.preventDefault()
          move(Math.max(0, Math.min(at + by, count - 1)))
        }
        // Enter that ends the composition of a Chinese word is not yet an answer.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) take()
      }}
    />
  )
}
