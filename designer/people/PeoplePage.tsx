import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { User } from '../../api/people/contract.ts'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { usePlaceInList } from '../ui/use-place-in-list.ts'
import './people.css'
import { UserDrawer } from './UserDrawer.tsx'

const peoplePlace = z.object({ search: z.coerce.string().optional().catch(undefined) })

/** Everybody who can sign in, and what each may do. */
export function PeoplePage() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { data, error, refetch } = useQuery({ queryKey: ['users'], queryFn: api.users })
  const { place, go } = usePlaceInList(peoplePlace)
  const wanted = (place.search ?? '').trim()
  const [editing, setEditing] = useState<User | 'new'>()
  const users = data?.items.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted.toLowerCase()))
  return (
    <Page
      title={t('frame.people')}
      hint={t('people.hint')}
      actions={
        <Button type="primary" size="middle" onClick={() => setEditing('new')}>
          {t('people.add')}
        </Button>
      }
    >
      <div className="filters">
        <Input
          allowClear
          className="filter-search"
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          value={place.search ?? ''}
          onChange={({ target }) => go({ search: target.value })}
        />
      </div>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {users && (
        <div className="panel">
          {users.length === 0 ? (
            <Nothing title={t('people.noneFound')} />
          ) : (
            <Users users={users} me={me?.id} edit={setEditing} />
          )}
        </div>
      )}
      {editing && (
        <UserDrawer
          key={editing === 'new' ? 'new' : editing.id}
          user={editing === 'new' ? undefined : editing}
          close={() => setEditing(undefined)}
        />
      )}
    </Page>
  )
}

function Users({ users, me, edit }: { users: User[]; me: string | undefined; edit: (user: User) => void }) {
  const { t } = useTranslation()
  const departments = useQuery({ queryKey: ['departments'], queryFn: api.departments })
  const nameOf = (id: string) => departments.data?.items.find((department) => department.id === id)?.name ?? id
  return (
    <table className="dense">
      <thead>
        <tr>
          <th>{t('words.name')}</th>
          <th>{t('people.email')}</th>
          <th>{t('people.role')}</th>
          <th>{t('people.departments')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <td>
              <strong>{user.name}</strong>
              {user.id === me && <span className="tally">{t('people.you')}</span>}
            </td>
            <td data-name={t('people.email')}>{user.email}</td>
            <td data-name={t('people.role')}>{t(`words.role.${user.role}`)}</td>
            <td data-name={t('people.departments')}>
              {user.departments.length > 0 ? user.departments.map(nameOf).join(', ') : <span className="quiet">—</span>}
            </td>
            <td className="number">
              <Button size="small" aria-label={t('people.editUser', { name: user.name })} onClick={() => edit(user)}>
                {t('words.edit')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
