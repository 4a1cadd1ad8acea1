import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'

export type Sorted<Order extends string> = { order: Order; direction: 'up' | 'down' }

/** Names begin at A, and what is due with the soonest; the rest with the largest or newest. */
const upwards: readonly string[] = ['name', 'deal', 'due']

/** How a list is sorted after a heading was pressed; pressed again, it turns round. */
export function sortedAfter<Order extends string>(before: Sorted<Order>, order: Order): Sorted<Order> {
  if (before.order === order) return { order, direction: before.direction === 'up' ? 'down' : 'up' }
  return { order, direction: upwards.includes(order) ? 'up' : 'down' }
}

type Props<Order extends string> = {
  label: string
  /** What this heading sorts by, and how the list is sorted now. */
  by: Order
  sorted: Sorted<Order>
  sort: (sorted: Sorted<Order>) => void
  className?: string
}

/** The head of a column by which a list can be sorted; it says whether it is, and which way. */
export function SortedHeading<Order extends string>({ label, by, sorted, sort, className = '' }: Props<Order>) {
  const way = sorted.order === by ? sorted.direction : undefined
  return (
    <th className={`sorted ${className}`} aria-sort={way ? (way === 'up' ? 'ascending' : 'descending') : 'none'}>
      <button type="button" onClick={() => sort(sortedAfter(sorted, by))}>
        {label}
        {way && (way === 'up' ? <ArrowUpOutlined aria-hidden /> : <ArrowDownOutlined aria-hidden />)}
      </button>
    </th>
  )
}
