import { Link, useLocation } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../api/people/contract.ts'
import { placeIcons } from './place-icons.ts'
import { placeOf, sectionsOf } from './places.ts'

/** The rooms of somebody's role, by what is done in them; only their signs where it is narrow. */
export function RoomList({ role, isNarrow, onGo }: { role: Role; isNarrow?: boolean; onGo?: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const here = useLocation({ select: ({ pathname }) => placeOf(pathname, role) })
  const sections = sectionsOf(role)
  return (
    <nav className="rooms" aria-label={t('frame.rooms')}>
      {sections.map(({ section, rooms }) => (
        <section key={section} aria-labelledby={`${id}-${section}`}>
          <h2 id={`${id}-${section}`} className={sections.length > 1 ? '' : 'unseen'}>
            {t(`frame.sections.${section}`)}
          </h2>
          {rooms.map(({ to, label }) => {
            const Icon = placeIcons[to]
            return (
              <Tooltip key={to} title={isNarrow ? t(label) : ''} placement="right">
                <Link
                  to={to}
                  activeProps={{}}
                  className={to === here ? 'active' : ''}
                  aria-current={to === here ? 'page' : undefined}
                  onClick={onGo}
                >
                  <Icon aria-hidden />
                  <span>{t(label)}</span>
                </Link>
              </Tooltip>
            )
          })}
        </section>
      ))}
    </nav>
  )
}
