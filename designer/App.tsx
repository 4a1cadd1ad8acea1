import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider, theme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import zhTW from 'antd/locale/zh_TW'
import { useTranslation } from 'react-i18next'
import { Refusal } from './api-client.ts'
import { usePreferences } from './frame/preferences.ts'
import { themeOf } from './frame/theme.ts'
import { router } from './router.tsx'

/** A refusal is an answer: asking again gives the same one. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => !(error instanceof Refusal) && count < 2, refetchOnWindowFocus: true },
  },
})
const locales: Record<string, typeof enUS> = { en: enUS, 'zh-Hant': zhTW, 'zh-Hans': zhCN }

export function App() {
  const { i18n } = useTranslation()
  const dark = usePreferences((state) => state.dark)
  return (
    <ConfigProvider
      locale={locales[i18n.language] ?? enUS}
      button={{ autoInsertSpace: false }}
      theme={{
        ...themeOf(dark),
        algorithm: dark ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.compactAlgorithm],
      }}
    >
      <AntApp>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
