import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DepartmentLoad, departmentLoad, type Supposed, suppose } from '#engine'
import type { LoadOfDepartment } from '../../api/support-load/contract.ts'
import { Panel } from '../ui/Panel.tsx'
import { AskingStages } from './AskingStages.tsx'
import { PeopleLoad } from './PeopleLoad.tsx'
import { useWeekName } from './use-week-name.ts'
import { WeekBar } from './WeekBar.tsx'
import { WhatIf } from './WhatIf.tsx'

/** `now` is its load as it stands. */
type Props = { of: LoadOfDepartment; now: DepartmentLoad; weeks: readonly string[] }

/** One department: who has how much and when it is due, which stages ask, and what it would be like if … */
export function DepartmentBoard({ of, now, weeks }: Props) {
  const { t } = useTranslation()
  const weekName = useWeekName(weeks)
  const [supposed, setSupposed] = useState<readonly Supposed[]>([])
  const then = useMemo(() => departmentLoad(suppose(of.standing, supposed), weeks), [of, weeks, supposed])
  return (
    <div className="load-board">
      <div>
        <Panel title={t('load.peopleOf', { name: of.department.name })}>
          <ol className="load-weeks" aria-label={t('load.weeks')}>
            {then.weeks.map(({ due, answers }, n) => (
              <li key={weeks[n]}>
                <span className="quiet">{weekName(n)}</span>
                <WeekBar due={due} answers={answers} was={now.weeks[n]?.answers ?? answers} />
              </li>
            ))}
            {then.later + then.undated > 0 && (
              <li>
                <span className="quiet">{t('load.laterOrUndated')}</span>
                <b>{then.later + then.undated}</b>
              </li>
            )}
          </ol>
          <PeopleLoad now={now} then={then} names={of.people} weeks={weeks} />
        </Panel>
        <Panel title={t('load.stages')}>
          <AskingStages load={now} stages={of.stages} />
        </Panel>
      </div>
      <Panel title={t('load.whatIf')}>
        <WhatIf of={of} now={now} supposed={supposed} setSupposed={setSupposed} />
      </Panel>
    </div>
  )
}
