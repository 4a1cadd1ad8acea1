import type { WorkingCalendar } from '../../engine/calendar/working-calendar.ts'

type Wall = { date: string; day: number; time: string }
/** What the clock on the wall shows at each minute of a window. */
export type Walls = { first: number; minutes: Wall[] }

const minuteMs = 60_000
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Reads the wall clock of a time zone minute by minute, by the platform's own formatter. */
export function wallsOf(timeZone: string, from: string, length: number): Walls {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const first = Date.parse(from)
  const minutes = Array.from({ length: length * 1440 }, (_, n): Wall => {
    const parts = Object.fromEntries(format.formatToParts(first + n * minuteMs).map(({ type, value }) => [type, value]))
    return {
      date: `${parts.year}-${parts.month}-${parts.day}`,
      day: days.indexOf(parts.weekday ?? '') + 1,
      time: `${parts.hour}:${parts.minute}`,
    }
  })
  return { first, minutes }
}

/** The instant at which so many working minutes have passed, counted one by one; nothing where the window is too short. */
export function workedUntil(
  { first, minutes }: Walls,
  calendar: WorkingCalendar,
  start: string,
  worked: number,
): string | undefined {
  const begin = (Date.parse(start) - first) / minuteMs
  const isOpen = (n: number) => worksAt(calendar, minutes[n])
  let left = worked
  for (let n = begin; n < minutes.length; n++) {
    if (left === 0 && (isOpen(n) || (n > 0 && isOpen(n - 1)))) return new Date(first + n * minuteMs).toISOString()
    if (isOpen(n)) left -= 1
  }
  return undefined
}

const worksAt = ({ hours, closedOn }: WorkingCalendar, wall: Wall | undefined): boolean =>
  wall !== undefined &&
  !closedOn.includes(wall.date) &&
  hours.some(({ days, from, to }) => days.includes(wall.day) && from <= wall.time && wall.time < to)
