import { CloseOutlined, FileOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AttachedFile } from '#engine/deal'
import { api } from '../resources/resources.ts'
import './files.css'
import { useShownSize } from './use-shown-size.ts'

type Props = { deal: string; files: AttachedFile[] | undefined; takeOut?: (id: string) => void }

/** Files that hang on something, to be saved. Nothing where there are none. */
export function FileLinks({ deal, files = [], takeOut }: Props) {
  const { t } = useTranslation()
  const showSize = useShownSize()
  if (files.length === 0) return null
  return (
    <ul className="files" aria-label={t('files.list')}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={api.addressOfFile(deal, id)} download={name}>
            <FileOutlined aria-hidden /> {name}
          </a>
          <small className="quiet">{showSize(size)}</small>
          {takeOut && (
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('files.takeOut', { name })}
              onClick={() => takeOut(id)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
