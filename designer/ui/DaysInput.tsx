import { DatePicker, type GetProps } from 'antd'

type Props = Pick<GetProps<typeof DatePicker.RangePicker>, 'id' | 'value' | 'onChange'>

/** A first and a last day. Enter takes the day that is typed; a browser would send the form with it, before the rest is filled in. */
export function DaysInput(props: Props) {
  return (
    <DatePicker.RangePicker
      {...props}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault()
      }}
    />
  )
}
