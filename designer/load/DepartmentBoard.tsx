import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DepartmentLoad, departmentLoad, type Supposed, suppose } from '#engine'
import type { LoadOfDepartment } from '../../api/support-load/contract.ts'
import { Panel } from '../ui/Panel.tsx'
import { AskingStages } from './AskingStages.tsx'
import { DueByWeek } from './DueByWeek.tsx'
import { PeopleLoad } from './PeopleLoad.tsx'
import { WhatIf } from './WhatIf.tsx'

/** `now` is its load as it stands. */
type Props = { of: LoadOfDepartment; now: DepartmentLoad; weeks: readonly string[] }

/** One department: who has how much and when it is due, which stages ask, and what it would be like if … */
export function DepartmentBoard({ of, now, weeks }: Props) {
  const { t } = useTranslation()
  const [supposed, setSupposed] = useState<readonly Supposed[]>([])
  const then = useMemo(() => departmentLoad(suppose(of.standing, supposed), weeks), [of, weeks, supposed])
  return (
    <div className="load-board">
      <div>
        <Panel title={t('load.peopleOf', { name: of.department.name })}>
          <DueByWeek load={then} was={now} weeks={weeks} />
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
