import { MenuOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../api/people/contract.ts'
import { SearchBox } from '../search/SearchBox.tsx'
import { NoticeBell } from './NoticeBell.tsx'
import { PersonFoot } from './PersonFoot.tsx'
import { RoomList } from './RoomList.tsx'

/** Above every page on a phone: the rooms are behind one button. */
export function PhoneBar({ me }: { me: User }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <header className="phone-bar">
      <Button
        type="text"
        icon={<MenuOutlined />}
        aria-label={t('frame.menu')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      />
      <Link to="/" className="brand">
        <span>Keynode</span>
      </Link>
      <SearchBox me={me} />
      <NoticeBell placement="bottomRight" />
      <Drawer
        open={isOpen}
        onClose={close}
        placement="left"
        size="min(300px, 86vw)"
        title={t('frame.menu')}
        rootClassName="phone-menu"
        destroyOnHidden
      >
        <RoomList role={me.role} onGo={close} />
        <PersonFoot me={me} onGo={close} />
      </Drawer>
    </header>
  )
}
