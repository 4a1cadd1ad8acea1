import { SearchOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../api/people/contract.ts'
import { SearchDialog } from './SearchDialog.tsx'
import './search.css'

/** Finds anything that I work with, from wherever I am: by its button, or by Ctrl+K. */
export function SearchBox({ me }: { me: User }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const keys = keysHere()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <Tooltip title={`${t('search.title')} (${keys})`}>
        <Button
          className="search-button"
          icon={<SearchOutlined />}
          aria-label={t('search.title')}
          aria-keyshortcuts="Control+K Meta+K"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <span className="search-button-text" aria-hidden>
            {t('words.search')} <kbd>{keys}</kbd>
          </span>
        </Button>
      </Tooltip>
      {isOpen && <SearchDialog me={me} close={() => setOpen(false)} />}
    </>
  )
}

const keysHere = () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K')
