import i18next, { type TFunction } from 'i18next'
import { noticeSentences, noticeSentencesInChinese } from '#engine'
import { mailTexts } from './texts/en.ts'
import { mailTexts as mailTextsInChinese } from './texts/zh-hant.ts'

const chinese = { notice: noticeSentencesInChinese, mail: mailTextsInChinese }

const words = i18next.createInstance({
  lng: 'en',
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
  resources: {
    en: { translation: { notice: noticeSentences, mail: mailTexts } },
    'zh-Hant': { translation: chinese },
  },
})
const ready = words.init()

/** What mails say, in a person's language; in English where that is none of the product's. */
export async function wordsIn(language: string): Promise<TFunction> {
  await ready
  if (language === 'zh-Hans' && !words.hasResourceBundle(language, 'translation')) {
    const { Converter } = await import('opencc-js/t2cn')
    const convert = Converter({ from: 'twp', to: 'cn' })
    words.addResourceBundle(language, 'translation', JSON.parse(convert(JSON.stringify(chinese))))
  }
  return words.getFixedT(language)
}
