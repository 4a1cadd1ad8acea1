import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { User } from '../../api/people/contract.ts'
import { SearchBox } from '../search/SearchBox.tsx'
import { useMedia } from '../ui/use-media.ts'
import { NoticeBell } from './NoticeBell.tsx'
import { PersonFoot } from './PersonFoot.tsx'
import { usePreferences } from './preferences.ts'
import { RoomList } from './RoomList.tsx'

/** Beside every page: where I can go. A drawing needs the room, so there it is narrow unless somebody chose otherwise. */
export function Rail({ me }: { me: User }) {
  const { t } = useTranslation()
  const { isRailNarrow, setRailNarrow } = usePreferences()
  const isTight = useMedia('(max-width: 1099px)')
  const isDrawing = useLocation({ select: ({ pathname }) => /^\/(segments|base-models)\/[^/]+$/.test(pathname) })
  const isNarrow = isTight || (isRailNarrow ?? isDrawing)
  const fold = t(isNarrow ? 'frame.unfold' : 'frame.fold')
  return (
    <header className={isNarrow ? 'rail is-narrow' : 'rail'}>
      <div className="rail-head">
        <Link to="/" className="brand">
          <span>Keynode</span>
        </Link>
        {!isTight && (
          <Tooltip title={fold} placement="right">
            <Button
              type="text"
              size="small"
              icon={isNarrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
              aria-label={fold}
              onClick={() => setRailNarrow(!isNarrow)}
            />
          </Tooltip>
        )}
      </div>
      <div className="rail-find">
        <SearchBox me={me} />
        <NoticeBell placement="rightTop" />
      </div>
      <RoomList role={me.role} isNarrow={isNarrow} />
      <PersonFoot me={me} />
    </header>
  )
}
