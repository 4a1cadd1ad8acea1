import { useTranslation } from 'react-i18next'
import { type Language, languages, showLanguage } from '../i18n/i18n.ts'

/** All languages at a glance, each in its own words. */
export function LanguageSwitch() {
  const { i18n, t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent with a form
    <div role="group" className="language" aria-label={t('frame.language')}>
      {(Object.keys(languages) as Language[]).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === i18n.language}
          onClick={() => void showLanguage(language)}
        >
          {languages[language]}
        </button>
      ))}
    </div>
  )
}
