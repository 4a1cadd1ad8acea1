import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Nothing } from '../ui/Nothing.tsx'

type Props = {
  isFiltered: boolean
  clear: () => void
  /** Left out where whoever looks may not. */
  setUp: (() => void) | undefined
  bring: (() => void) | undefined
}

/** Why no lead stands here, and the next thing to do about it. */
export function NoLeads({ isFiltered, clear, setUp, bring }: Props) {
  const { t } = useTranslation()
  if (isFiltered)
    return (
      <Nothing title={t('leads.noneFound')}>
        <Button type="link" onClick={clear}>
          {t('leads.clear')}
        </Button>
      </Nothing>
    )
  return (
    <Nothing title={t('leads.none')}>
      {t(setUp ? 'leads.noneSetUp' : bring ? 'leads.noneHint' : 'leads.noneMine')}
      <span className="lead-begin">
        {setUp && <Button onClick={setUp}>{t('leads.setUp')}</Button>}
        {bring && <Button onClick={bring}>{t('leads.import')}</Button>}
      </span>
    </Nothing>
  )
}
