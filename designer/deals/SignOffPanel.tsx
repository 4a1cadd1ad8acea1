import { useTranslation } from 'react-i18next'
import { Panel } from '../ui/Panel.tsx'
import { useDealView } from './deal-view.ts'
import { Rung } from './Rung.tsx'
import { SignOffOutlook } from './SignOffOutlook.tsx'
import { useOutlook } from './use-outlook.ts'
import './ladder.css'

/** How far the customer's sign-off is: the decider's layer on top, each with who has signed it and whose turn it is. */
export function SignOffPanel() {
  const { t } = useTranslation()
  const { page } = useDealView()
  const outlook = useOutlook()
  if (page.ladder.length === 0) return null
  return (
    <Panel title={t('deals.signOff.title')}>
      {page.state.status === 'open' && outlook && outlook.chain.steps.length > 0 && (
        <div className="titled-body">
          <SignOffOutlook outlook={outlook.chain} />
        </div>
      )}
      <ol className="ladder" reversed>
        {page.ladder.toReversed().map((rung) => (
          <Rung key={rung.layer} rung={rung} />
        ))}
      </ol>
    </Panel>
  )
}
