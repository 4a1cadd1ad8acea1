import { useTranslation } from 'react-i18next'
import type { DepartmentLoad } from '#engine'
import type { LoadOfDepartment } from '../../api/support-load/contract.ts'
import { Nothing } from '../ui/Nothing.tsx'

type Props = { load: DepartmentLoad; stages: LoadOfDepartment['stages'] }

/** From where a department is asked, what is overdue there and what nobody has. */
export function AskingStages({ load, stages }: Props) {
  const { t } = useTranslation()
  if (load.stages.length === 0) return <Nothing title={t('load.nothingOpen')} />
  return (
    <table className="dense">
      <thead>
        <tr>
          <th>{t('words.stage')}</th>
          <th className="number">{t('load.open')}</th>
          <th className="number">{t('load.overdueNow')}</th>
          <th className="number">{t('load.withNobody')}</th>
        </tr>
      </thead>
      <tbody>
        {load.stages
          .toSorted((a, b) => b.open - a.open)
          .map(({ stage, open, overdue, waiting }) => {
            const drawn = stages.find(({ id }) => id === stage)
            return (
              <tr key={stage}>
                <td>
                  {drawn?.name ?? t('load.noStage')} {drawn && <small className="quiet">{drawn.segment}</small>}
                </td>
                <td className="number" data-name={t('load.open')}>
                  {open}
                </td>
                <td className={overdue > 0 ? 'number is-over' : 'number'} data-name={t('load.overdueNow')}>
                  {overdue}
                </td>
                <td className="number" data-name={t('load.withNobody')}>
                  {waiting}
                </td>
              </tr>
            )
          })}
      </tbody>
    </table>
  )
}
