import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../api/people/contract.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { PickInput } from '../ui/PickInput.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { FoundList } from './FoundList.tsx'
import { groupsOf, type Hit } from './hits.ts'
import { keepHit, recentHits } from './recent-hits.ts'

/** While somebody types no letter is asked for, only what they pause at; in milliseconds. */
const pause = 150

/** Write, choose with the arrows, go with Enter. Before anything is written it offers where one went last. */
export function SearchDialog({ me, close }: { me: User; close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [recent] = useState(() => recentHits(me.id))
  const list = useId()
  const wanted = useSettled(text.trim(), pause)
  const { data, error, refetch } = useQuery({
    queryKey: ['search', wanted],
    queryFn: () => api.search(wanted),
    enabled: wanted !== '',
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  })
  const isEmpty = text.trim() === ''
  const groups = isEmpty || !data ? [] : groupsOf(data, me.role)
  const hits = isEmpty ? recent : groups.flatMap(({ hits }) => hits)
  const marked = hits[Math.min(at, hits.length - 1)]

  function go(hit: Hit | undefined) {
    if (!hit) return
    keepHit(me.id, hit)
    close()
    // A recent hit was kept as text, so that the router's own types cannot know it.
    const { to, params, search } = hit.lead
    void navigate({ to, params: params as never, search: search as never })
  }

  return (
    <Modal open title={t('search.title')} footer={null} onCancel={close} width={640} className="search-dialog">
      <PickInput
        label={t('search.title')}
        placeholder={t(`search.hint.${me.role}`)}
        maxLength={100}
        list={list}
        marked={marked && `${list}-${marked.key}`}
        isExpanded={hits.length > 0}
        count={hits.length}
        at={at}
        text={text}
        write={setText}
        move={setAt}
        take={() => go(marked)}
      />
      {error && !isEmpty && <Failure error={error} retry={refetch} />}
      <FoundList
        id={list}
        groups={
          isEmpty
            ? [{ title: t('search.recent'), hits: recent }]
            : groups.map((group) => ({ ...group, title: t(`search.kinds.${group.kind}`) }))
        }
        wanted={isEmpty ? '' : text}
        marked={marked?.key}
        go={go}
      />
      <p className="quiet search-none" role="status">
        {data && !isEmpty && !error && hits.length === 0 && wanted === text.trim() && t('search.none')}
      </p>
    </Modal>
  )
}
