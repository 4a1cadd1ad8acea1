/** What a sheet is written in. It is read in any of them. */
export const sheetLanguages = ['en', 'zh-Hant', 'zh-Hans'] as const
export type SheetLanguage = (typeof sheetLanguages)[number]
