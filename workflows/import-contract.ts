/** What an import's workflow begins with. The counts come from the run before, where there was one. */
export type ImportInput = { importId: string; opened?: number; failed?: number }

/** Rows that this workflow has opened, and rows that it gave up. */
export type ImportProgress = { opened: number; failed: number }

/** The activity that opens the next rows of an import; `left` is how many still wait. */
export type OpenRows = (importId: string) => Promise<ImportProgress & { left: number }>

export const importWorkflow = 'importDeals'
export const importProgressQuery = 'progress'

export const importWorkflowId = (importId: string): string => `import/${importId}`

/** What an imported deal is called outside: once for its source, in whichever segment and from whichever file. */
export const importedDealId = (source: string, rowId: string): string => `import ${source} ${rowId}`
