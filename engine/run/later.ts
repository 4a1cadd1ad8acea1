/** An instant that lies `ms` after another. */
export const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString()
