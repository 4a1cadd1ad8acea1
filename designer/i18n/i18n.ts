import type { Locale } from 'antd/es/locale'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

export const languages = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' } as const
export type Language = keyof typeof languages

type Spoken = { texts: object; widgets: Locale }

const remembered = 'keynode.language'

/** A language is loaded once somebody reads it. Simplified follows from Traditional; its dictionary comes with it. */
const load: Record<Language, () => Promise<Spoken>> = {
  en: async () => {
    const [{ en }, { default: widgets }] = await Promise.all([import('./en/index.ts'), import('antd/locale/en_US')])
    return { texts: en, widgets }
  },
  'zh-Hant': async () => {
    const [{ zhHant }, { default: widgets }] = await Promise.all([
      import('./zh-hant/index.ts'),
      import('antd/locale/zh_TW'),
    ])
    return { texts: zhHant, widgets }
  },
  'zh-Hans': async () => {
    const [{ Converter }, { zhHant }, { default: widgets }] = await Promise.all([
      import('opencc-js/t2cn'),
      import('./zh-hant/index.ts'),
      import('antd/locale/zh_CN'),
    ])
    const convert = Converter({ from: 'twp', to: 'cn' })
    return { texts: JSON.parse(convert(JSON.stringify(zhHant))), widgets }
  },
}
const widgetsOf = new Map<string, Locale>()

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({ fallbackLng: false, interpolation: { escapeValue: false } })
  await showLanguage(preferred())
}

export async function showLanguage(language: Language): Promise<void> {
  if (!widgetsOf.has(language)) {
    const { texts, widgets } = await load[language]()
    i18next.addResourceBundle(language, 'translation', texts)
    widgetsOf.set(language, widgets)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(remembered, language)
}

/** What antd's own parts say in a language that is shown. */
export function widgetLocale(language: string): Locale {
  const widgets = widgetsOf.get(language)
  if (!widgets) throw new Error(`Nobody has been shown ${language}`)
  return widgets
}

function preferred(): Language {
  const stored = localStorage.getItem(remembered)
  if (stored && stored in languages) return stored as Language
  const wanted = navigator.language
  if (!wanted.startsWith('zh')) return 'en'
  return /TW|HK|MO|Hant/i.test(wanted) ? 'zh-Hant' : 'zh-Hans'
}
