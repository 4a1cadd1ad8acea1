import { StarOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDealView } from '../deals/deal-view.ts'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { AddRemark } from './AddRemark.tsx'
import './coaching.css'

/** What managers say of one interaction, at it; a manager says more. */
export function Remarks({ seq }: { seq: number }) {
  const { t } = useTranslation()
  const { page, me } = useDealView()
  const [isAdding, setAdding] = useState(false)
  const queries = useQueryClient()
  const key = ['remarks', page.deal.id]
  const { data } = useQuery({ queryKey: key, queryFn: () => api.remarks(page.deal.id), staleTime: 30_000 })
  const remove = useMutation({
    mutationFn: api.removeRemark,
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const mayCoach = me.role === 'manager' || me.role === 'admin'
  const own = data?.items.filter((remark) => remark.seq === seq) ?? []
  return (
    <>
      {own.map(({ id, kind, text, by, at }) => (
        <div key={id} className={`remark is-${kind}`}>
          <small className="quiet">
            {kind === 'best-practice' && <StarOutlined aria-hidden />} {t(`coaching.said.${kind}`, { name: by.name })} ·{' '}
            <Ago at={at} />
          </small>
          <p>{text}</p>
          {mayCoach && by.id === me.id && (
            <Button size="small" type="text" onClick={() => remove.mutate(id)}>
              {t('words.remove')}
            </Button>
          )}
        </div>
      ))}
      {isAdding ? (
        <AddRemark seq={seq} done={() => setAdding(false)} />
      ) : (
        mayCoach && (
          <Button size="small" type="link" className="remark-add" onClick={() => setAdding(true)}>
            {t('coaching.add')}
          </Button>
        )
      )}
    </>
  )
}
