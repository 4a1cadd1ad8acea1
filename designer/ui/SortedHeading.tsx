import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'

export type Sorted<Order extends string> = { order: Order; direction: 'up' | 'down' }

/** How a list is sorted after a heading was pressed: names begin at A, the rest with the largest; pressed again, it turns round. */
export function sortedAfter<Order extends string>(before: Sorted<Order>, order: Order): Sorted<Order> {
  if (before.order === order) return { order, direction: before.direction === 'up' ? 'down' : 'up' }
  return { order, direction: order === 'name' ? 'up' : 'down' }
}

type Props = { label: string; sorted: 'up' | 'down' | undefined; sort: () => void; className?: string }

/** The head of a column by which a list can be sorted; it says whether it is, and which way. */
export function SortedHeading({ label, sorted, sort, className = '' }: Props) {
  return (
    <th className={`sorted ${className}`} aria-sort={sorted ? (sorted === 'up' ? 'ascending' : 'descending') : 'none'}>
      <button type="button" onClick={sort}>
        {label}
        {sorted && (sorted === 'up' ? <ArrowUpOutlined aria-hidden /> : <ArrowDownOutlined aria-hidden />)}
      </button>
    </th>
  )
}
