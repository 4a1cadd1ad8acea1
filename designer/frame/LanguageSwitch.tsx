import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Language, languages, showLanguage } from '../i18n/i18n.ts'

export function LanguageSwitch() {
  const { i18n, t } = useTranslation()
  return (
    <Select
      size="small"
      variant="borderless"
      aria-label={t('frame.language')}
      value={i18n.language as Language}
      onChange={(language: Language) => void showLanguage(language)}
      options={(Object.keys(languages) as Language[]).map((value) => ({ value, label: languages[value] }))}
      popupMatchSelectWidth={false}
    />
  )
}
