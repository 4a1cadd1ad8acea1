import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'

const pages = import.meta.glob<string>('../../docs/checks/*.md', { query: '?raw', import: 'default' })
const fileOf = (rule: string) => `../../docs/checks/${rule}.md`

export const hasPage = (rule: string): boolean => fileOf(rule) in pages

/** The page about a rule: what it says, why it matters, a wrong and a right example. */
export function RulePage({ rule, close }: { rule: string; close: () => void }) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery({
    queryKey: ['rule-page', rule],
    queryFn: () => pages[fileOf(rule)]?.() ?? '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [, ...paragraphs] = data?.trim().split(/\n\s*\n/) ?? []
  return (
    <Modal open title={t('editing.rulePage.title', { rule })} footer={null} onCancel={close}>
      {data === undefined ? <Skeleton /> : <div lang="en">{paragraphs.map(paragraph)}</div>}
      {!i18n.language.startsWith('en') && <p className="quiet">{t('editing.rulePage.inEnglish')}</p>}
    </Modal>
  )
}

/** The pages are written with bold words and code alone. */
const paragraph = (text: string) => (
  <p key={text}>
    {text.split(/(\*\*.+?\*\*|`.+?`)/).map((part) => {
      if (part.startsWith('**')) return <strong key={part}>{part.slice(2, -2)}</strong>
      return part.startsWith('`') ? <code key={part}>{part.slice(1, -1)}</code> : part
    })}
  </p>
)
