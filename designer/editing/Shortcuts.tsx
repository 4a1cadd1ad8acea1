import { Modal, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../frame/preferences.ts'
import { type Shortcut, shortcuts } from './shortcuts.ts'

const isMac = /mac|iphone|ipad/i.test(navigator.platform)

/** What the browser and the canvas do by themselves. */
const given = {
  walk: ['tab'],
  select: ['enter'],
  move: ['arrowright', 'shift+arrowright'],
  several: ['mod+click', 'shift+drag'],
  copy: ['mod+c'],
  cut: ['mod+x'],
  paste: ['mod+v'],
  remove: ['delete'],
  leave: ['escape'],
  listWalk: ['arrowdown', 'arrowright', 'arrowleft'],
  listSeveral: ['shift+arrowdown', 'mod+space'],
  listMove: ['alt+arrowup', 'alt+arrowdown'],
  listAdd: ['a'],
} as const

/** The sheet of all keys. Keys of one sign can be switched off, for those whose voice or hand would press them unmeant. */
export function Shortcuts({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation()
  const { singleKeys, setSingleKeys } = usePreferences()
  const rows: [string, readonly string[]][] = [
    ...Object.entries(given).map(([what, keys]): [string, readonly string[]] => [
      t(`editing.keys.given.${what}`),
      keys,
    ]),
    ...(Object.entries(shortcuts) as [Shortcut, readonly string[]][]).map(
      ([what, keys]): [string, readonly string[]] => [t(`editing.keys.own.${what}`), keys],
    ),
  ]
  return (
    <Modal open={open} title={t('editing.keys.title')} footer={null} onCancel={close} width={620}>
      <dl className="keys-sheet">
        {rows.map(([says, keys]) => (
          <div key={says}>
            <dt>{says}</dt>
            <dd>
              {keys.map((one) => (
                <kbd key={one}>{told(one)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="keys-single" htmlFor="single-keys">
        <Switch id="single-keys" size="small" checked={singleKeys} onChange={setSingleKeys} />{' '}
        {t('editing.keys.single')}
      </label>
    </Modal>
  )
}

const signs: Record<string, string> = {
  mod: isMac ? '⌘' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: isMac ? '⇧' : 'Shift',
  arrowright: '→',
  arrowleft: '←',
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
}

const told = (keys: string): string =>
  keys
    .split('+')
    .map((key) => signs[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1)))
    .join(isMac ? ' ' : ' + ')
