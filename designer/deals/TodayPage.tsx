import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../ui/Page.tsx'
import { useNow } from '../ui/use-now.ts'
import './deals.css'
import './deal.css'
import './today.css'
import { MyStages, myStagesAnchor } from './MyStages.tsx'
import { OwedList } from './OwedList.tsx'
import { RecordOnDeal } from './RecordOnDeal.tsx'
import { type RecordOn, useRecording } from './use-recording.ts'

/** What I owe, each action for the effect it is to bring, and all my deals where they stand. */
export function TodayPage() {
  const { t, i18n } = useTranslation()
  const day = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', day: 'numeric', month: 'long' })
  const recording = useRecording()
  const [deal, setDeal] = useState<string>()
  const record: RecordOn = (deal, facts) => {
    setDeal(deal)
    recording.start(facts)
  }
  return (
    <Page
      title={t('today.title')}
      hint={day.format(useNow())}
      actions={
        <a className="to-my-stages" href={`#${myStagesAnchor}`}>
          {t('today.mine')}
        </a>
      }
      wide
    >
      {deal && <RecordOnDeal key={deal} deal={deal} recording={recording} />}
      <div className="today">
        <OwedList record={record} />
        <MyStages record={record} />
      </div>
    </Page>
  )
}
