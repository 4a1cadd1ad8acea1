import { attachedFileSchema } from '#engine/deal'

/** The largest file, in bytes. */
export const largestFile = 20 * 1024 * 1024

/** A file as it is kept, and as a step of its deal names it. */
export const keptFileSchema = attachedFileSchema.meta({ id: 'File' })
