import { z } from 'zod'
import { departmentCalendarSchema } from '#engine'

const instantSchema = z.iso.datetime({ offset: false })
const capacitySchema = z.number().int().min(0).max(1000).nullable()

const absenceSchema = z.object({
  id: z.string(),
  from: z.string(),
  until: z.string(),
  /** Who stands in, and may take over what the absent one has. */
  delegate: z.object({ id: z.string(), name: z.string() }).nullable(),
})

/** When a department works, and who of it can take how much. */
export const availabilitySchema = z
  .object({
    department: z.object({ id: z.string(), name: z.string() }),
    /** Without one, support is due by the clock, day and night. */
    calendar: departmentCalendarSchema.nullable(),
    members: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Open requests that they can have at once; any number where null. */
        capacity: capacitySchema,
        /** Open requests to this department that they have. */
        load: z.number(),
        /** Now and to come. */
        absences: z.array(absenceSchema),
      }),
    ),
  })
  .meta({ id: 'Availability' })
export type Availability = z.infer<typeof availabilitySchema>

export const changedAvailabilitySchema = z.strictObject({
  /** Left out, it stays as it is. */
  calendar: departmentCalendarSchema.nullable().optional(),
  /** By member; who is left out keeps theirs. */
  capacities: z.record(z.string(), capacitySchema).default({}),
})
export type ChangedAvailability = z.input<typeof changedAvailabilitySchema>

export const newAbsenceSchema = z
  .strictObject({
    userId: z.string(),
    from: instantSchema,
    until: instantSchema,
    delegateId: z.string().optional(),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
    error: 'an absence ends after it begins',
    path: ['until'],
  })
export type NewAbsence = z.infer<typeof newAbsenceSchema>
