import { z } from 'zod'
import { workingCalendarSchema } from '../calendar/working-calendar.ts'
import { workingTimeBetween } from '../calendar/working-time.ts'

const span = z.object({ from: z.string(), until: z.string() })

/** When a request is due: it was already, in the nth of the weeks that are looked at, after them, or by no time. */
export const dueInSchema = z.union([z.enum(['overdue', 'later', 'undated']), z.number().int().min(0)])
export type DueIn = z.infer<typeof dueInSchema>

/** What a department is asked for and what it can take, as it stands. */
export const departmentStandingSchema = z.object({
  /** When it works, public holidays taken out; around the clock where null. */
  calendar: workingCalendarSchema.nullable(),
  /** Requests that it answered a week, on the mean of the weeks before; 0 where too few are known. */
  answeredAWeek: z.number(),
  people: z.array(
    z.object({
      id: z.string(),
      /** Open requests at once; any number where null. */
      capacity: z.number().nullable(),
      absences: z.array(span),
    }),
  ),
  /** How many open requests are alike: with whom (nobody where null), from which stage (none where null), due when. */
  asked: z.array(
    z.object({
      owner: z.string().nullable(),
      stage: z.string().nullable(),
      due: dueInSchema,
      requests: z.number(),
    }),
  ),
})
export type DepartmentStanding = z.infer<typeof departmentStandingSchema>
export type Asked = DepartmentStanding['asked'][number]

export type PersonLoad = {
  id: string
  open: number
  overdue: number
  capacity: number | null
  isAway: boolean
  /** By week: what is due, and which part of the department's week they are there, from 0 to 1. */
  weeks: { due: number; present: number }[]
}
export type DepartmentLoad = {
  open: number
  overdue: number
  /** Open requests that nobody has. */
  waiting: number
  /** How many more those who are there could be given at once; any number where null. */
  room: number | null
  people: PersonLoad[]
  /** By week: what is due, and what the department usually answers, less for whoever is away and for holidays. */
  weeks: { due: number; answers: number }[]
  later: number
  undated: number
  stages: { stage: string | null; open: number; overdue: number; waiting: number }[]
}

/** A department's load against what it can take. `weeks`: where the weeks begin and the last ends; the first is now. */
export function departmentLoad(
  { calendar, answeredAWeek, people, asked }: DepartmentStanding,
  weeks: readonly string[],
): DepartmentLoad {
  const spans = weeks.slice(1).map((end, n) => ({ from: weeks[n] ?? end, until: end }))
  const worked = ({ from, until }: Span) => workedIn(calendar, from, until)
  // Without its holidays, a week is what the weeks before were on the whole.
  const usual = calendar ? workedIn({ ...calendar, closedOn: [] }, ...usualWeek(weeks)) : weekMs
  const loads = people.map(({ id, capacity, absences }) => {
    const own = asked.filter(({ owner }) => owner === id)
    return {
      id,
      capacity,
      open: total(own),
      overdue: total(own, 'overdue'),
      isAway: absences.some((absence) => isAt(absence, weeks[0] ?? '')),
      weeks: spans.map((week, n) => ({ due: total(own, n), present: presentIn(week, absences, worked) })),
    }
  })
  const bounded = loads.filter(({ isAway }) => !isAway)
  return {
    open: total(asked),
    overdue: total(asked, 'overdue'),
    waiting: total(asked.filter(({ owner }) => owner === null)),
    room: bounded.some(({ capacity }) => capacity === null)
      ? null
      : sum(bounded.map(({ capacity, open }) => Math.max(0, (capacity ?? 0) - open))),
    people: loads,
    weeks: spans.map((week, n) => ({
      due: total(asked, n),
      answers: answeredAWeek * (worked(week) / usual) * mean(loads.map(({ weeks }) => weeks[n]?.present ?? 0)),
    })),
    later: total(asked, 'later'),
    undated: total(asked, 'undated'),
    stages: [...new Set(asked.map(({ stage }) => stage))].map((stage) => {
      const here = asked.filter((one) => one.stage === stage)
      return {
        stage,
        open: total(here),
        overdue: total(here, 'overdue'),
        waiting: total(here.filter(({ owner }) => owner === null)),
      }
    }),
  }
}

type Span = { from: string; until: string }
type Calendar = DepartmentStanding['calendar']

const weekMs = 7 * 24 * 3_600_000

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length)
const total = (asked: readonly Asked[], due?: DueIn): number =>
  sum(asked.filter((one) => due === undefined || one.due === due).map(({ requests }) => requests))

/** The first whole week: what is left of this one says little. */
const usualWeek = (weeks: readonly string[]): [string, string] => {
  const begin = weeks[1] ?? weeks[0] ?? ''
  return [begin, new Date(Date.parse(begin) + weekMs).toISOString()]
}

const workedIn = (calendar: Calendar, from: string, until: string): number =>
  calendar ? workingTimeBetween(calendar, from, until) : Math.max(0, Date.parse(until) - Date.parse(from))

const isAt = ({ from, until }: Span, now: string): boolean =>
  Date.parse(from) <= Date.parse(now) && Date.parse(now) < Date.parse(until)

/** Of the time that the department works in a week, the part outside of somebody's absences; all of it where it works none. */
function presentIn(week: Span, absences: readonly Span[], worked: (span: Span) => number): number {
  const all = worked(week)
  if (all === 0) return 1
  const away = apart(absences, week).map(worked)
  return Math.max(0, 1 - sum(away) / all)
}

/** What of some spans lies within another, without overlaps. */
function apart(spans: readonly Span[], { from, until }: Span): Span[] {
  const parts: Span[] = []
  let begin = Date.parse(from)
  for (const one of spans.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const [start, end] = [Math.max(begin, Date.parse(one.from)), Math.min(Date.parse(until), Date.parse(one.until))]
    if (start >= end) continue
    parts.push({ from: new Date(start).toISOString(), until: new Date(end).toISOString() })
    begin = end
  }
  return parts
}
