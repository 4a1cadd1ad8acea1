import { z } from 'zod'

const timeSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'write a time such as 09:00')

export const timeZoneSchema = z.string().refine(isTimeZone, 'name a time zone such as Europe/Vienna')

/** Days of the week, 1 for Monday to 7 for Sunday, and the hours worked on each of them. */
const hoursSchema = z
  .strictObject({
    days: z.array(z.number().int().min(1).max(7)).min(1, 'choose at least one day'),
    from: timeSchema,
    to: timeSchema,
  })
  .refine(({ from, to }) => from < to, { error: 'the end lies after the beginning', path: ['to'] })

/**
 * When a department works: its weekly hours in its own time zone, less the dates on which it is closed. A time that a
 * change of the clocks makes happen twice counts as the first of the two.
 */
export const workingCalendarSchema = z.strictObject({
  timeZone: timeZoneSchema,
  hours: z.array(hoursSchema).min(1, 'give at least one span of hours').max(50),
  closedOn: z.array(z.iso.date()).max(2000).default([]),
})
export type WorkingCalendar = z.infer<typeof workingCalendarSchema>

/** The calendar as a department keeps it: the country, and where needed the state, whose public holidays it closes on. */
export const departmentCalendarSchema = workingCalendarSchema.extend({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'write a country’s code of two letters, such as AT')
    .exactOptional(),
  state: z.string().min(1).max(10).exactOptional(),
})
export type DepartmentCalendar = z.infer<typeof departmentCalendarSchema>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
