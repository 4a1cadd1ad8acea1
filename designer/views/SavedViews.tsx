import { BookOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Popover } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { NewSavedView, SavedView } from '../../api/views/contract.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { isSamePlace, keptOf } from './kept-place.ts'
import { SavedViewLine } from './SavedViewLine.tsx'
import './views.css'

type Props<Place extends object> = {
  list: NewSavedView['list']
  schema: z.ZodType<Place>
  place: Place
  go: (place: Partial<Place>) => void
}

/** How I like to see a list: its filters and order under a name. A list that is opened without any opens with the default. */
export function SavedViews<Place extends object>({ list, schema, place, go }: Props<Place>) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['views', list],
    queryFn: () => api.savedViews(list),
    staleTime: 60_000,
  })
  const refresh = () => queries.invalidateQueries({ queryKey: ['views', list] })
  const save = useMutation({
    mutationFn: () => api.saveView({ list, name, place: keptOf(place) as NewSavedView['place'] }),
    onSuccess: () => {
      setName('')
      return refresh()
    },
  })
  const views = data?.items ?? []
  const shown = views.find((view) => isSamePlace(schema.parse(view.place), place))
  useDefaultView(data?.items, (view) => go(schema.parse(view.place)))
  const content = (
    <div className="views">
      {error && <Failure error={error} retry={refetch} />}
      {data && views.length === 0 && <p className="quiet">{t('views.none')}</p>}
      <ul>
        {views.map((view) => (
          <SavedViewLine
            key={view.id}
            view={view}
            isShown={view === shown}
            show={() => {
              go(schema.parse(view.place))
              setOpen(false)
            }}
            changed={refresh}
          />
        ))}
      </ul>
      <Form className="views-save" onFinish={() => save.mutate()}>
        <Input
          aria-label={t('views.name')}
          placeholder={t('views.name')}
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={save.isPending}>
          {t(views.some((view) => view.name === name.trim()) ? 'views.replace' : 'views.save')}
        </Button>
      </Form>
      {save.error && <Failure error={save.error} />}
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" content={content} open={isOpen} onOpenChange={setOpen}>
      <Button icon={<BookOutlined />} aria-haspopup="dialog" aria-expanded={isOpen} className="views-button">
        {shown?.name ?? t('views.title')}
      </Button>
    </Popover>
  )
}

/** Shows the default once, where the address asked for nothing when the list was opened. */
function useDefaultView(views: SavedView[] | undefined, show: (view: SavedView) => void) {
  const search = useSearch({ strict: false })
  const [isDue, setDue] = useState(() => Object.keys(search).length === 0)
  useEffect(() => {
    if (!isDue || !views) return
    setDue(false)
    const first = views.find(({ isDefault }) => isDefault)
    if (first) show(first)
  })
}
