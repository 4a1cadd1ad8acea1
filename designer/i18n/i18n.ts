import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/index.ts'
import { zhHant } from './zh-hant/index.ts'

export const languages = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' } as const
export type Language = keyof typeof languages

const remembered = 'keynode.language'

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    resources: { en: { translation: en }, 'zh-Hant': { translation: zhHant } },
  })
  await showLanguage(preferred())
}

export async function showLanguage(language: Language): Promise<void> {
  if (language === 'zh-Hans' && !i18next.hasResourceBundle('zh-Hans', 'translation')) await addSimplified()
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(remembered, language)
}

/** Simplified follows from Traditional; the dictionary is large, so it is loaded where it is asked for. */
async function addSimplified(): Promise<void> {
  const { Converter } = await import('opencc-js/t2cn')
  const convert = Converter({ from: 'twp', to: 'cn' })
  i18next.addResourceBundle('zh-Hans', 'translation', JSON.parse(convert(JSON.stringify(zhHant))))
}

function preferred(): Language {
  const stored = localStorage.getItem(remembered)
  if (stored && stored in languages) return stored as Language
  const wanted = navigator.language
  if (!wanted.startsWith('zh')) return 'en'
  return /TW|HK|MO|Hant/i.test(wanted) ? 'zh-Hant' : 'zh-Hans'
}
