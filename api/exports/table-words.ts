import { type ProductWords, productWords, productWordsInChinese } from '#engine'

/** What a table is written in: the languages of the screens. */
export const tableLanguages = ['en', 'zh-Hant', 'zh-Hans'] as const
export type TableLanguage = (typeof tableLanguages)[number]

let simplified: Promise<ProductWords> | undefined

/** The words of a table, in its reader’s language. Simplified follows from Traditional; its dictionary is read once, if ever. */
export async function tableWords(language: TableLanguage): Promise<ProductWords> {
  if (language === 'en') return productWords
  if (language === 'zh-Hant') return productWordsInChinese
  simplified ??= import('opencc-js/t2cn').then(({ Converter }) => {
    const convert = Converter({ from: 'twp', to: 'cn' })
    return JSON.parse(convert(JSON.stringify(productWordsInChinese))) as ProductWords
  })
  return simplified
}
