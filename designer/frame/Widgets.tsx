import { ConfigProvider, theme } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { widgetLocale } from '../i18n/i18n.ts'
import { usePreferences } from './preferences.ts'
import { themeOf } from './theme.ts'

/** antd's parts in our colours, light or dark, in the reader's language. */
export function Widgets({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  const dark = usePreferences((state) => state.dark)
  return (
    <ConfigProvider
      locale={widgetLocale(i18n.language)}
      button={{ autoInsertSpace: false }}
      theme={{
        ...themeOf(dark),
        algorithm: dark ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.compactAlgorithm],
      }}
    >
      {children}
    </ConfigProvider>
  )
}
