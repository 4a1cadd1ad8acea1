import { TeamOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../api/models/contract.ts'
import { Ago } from '../ui/Ago.tsx'

/** Who else edits the drawing; since when, and how not to get into each other's way, on a click. */
export function OtherEditors({ editors }: { editors: readonly Editor[] }) {
  const { t, i18n } = useTranslation()
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(editors.map(({ name }) => name))
  return (
    <span className="other-editors-told" role="status">
      {editors.length > 0 && (
        <Popover
          trigger="click"
          placement="bottomLeft"
          content={
            <div className="other-editors-list">
              <ul>
                {editors.map(({ id, name, since, changedAt }) => (
                  <li key={id}>
                    <strong>{name}</strong>
                    <small>
                      {t('editing.others.since')} <Ago at={since} /> ·{' '}
                      {changedAt ? (
                        <>
                          {t('editing.others.changed')} <Ago at={changedAt} />
                        </>
                      ) : (
                        t('editing.others.unchanged')
                      )}
                    </small>
                  </li>
                ))}
              </ul>
              <p>{t('editing.others.hint')}</p>
            </div>
          }
        >
          <button type="button" className="other-editors">
            <TeamOutlined aria-hidden />
            <span>{t('editing.others.edit', { names, count: editors.length })}</span>
          </button>
        </Popover>
      )}
    </span>
  )
}
