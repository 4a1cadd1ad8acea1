/**
 * What the keyboard does on the drawing board, in the order of the sheet that shows it. `mod` is Ctrl, or ⌘ on a Mac; the
 * key itself is as KeyboardEvent names it, in small letters.
 */
export const shortcuts = {
  find: ['mod+f', '/'],
  next: ['alt+arrowright'],
  before: ['alt+arrowleft'],
  rename: ['f2'],
  inspect: ['shift+f2'],
  chooseAll: ['mod+a'],
  add: ['n'],
  note: ['shift+n'],
  connect: ['c'],
  replace: ['r'],
  duplicate: ['mod+d'],
  bend: ['b'],
  space: ['s'],
  wider: ['alt+shift+arrowright'],
  narrower: ['alt+shift+arrowleft'],
  lower: ['alt+shift+arrowdown'],
  higher: ['alt+shift+arrowup'],
  fold: ['x'],
  undo: ['mod+z'],
  redo: ['mod+shift+z', 'mod+y'],
  save: ['mod+s'],
  keys: ['?'],
} as const satisfies Record<string, readonly string[]>

export type Shortcut = keyof typeof shortcuts

/** The shortcut that a key press means, if any. */
export function shortcutOf(press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>) {
  const key = press.key.toLowerCase()
  const pressed = [
    press.ctrlKey || press.metaKey ? 'mod' : '',
    press.altKey ? 'alt' : '',
    // A sign that takes Shift to write says so itself.
    press.shiftKey && /^[a-z]$|^.{2,}$/.test(key) ? 'shift' : '',
    key,
  ]
  const told = pressed.filter(Boolean).join('+')
  const found = Object.entries(shortcuts).find(([, keys]) => (keys as readonly string[]).includes(told))
  return found?.[0] as Shortcut | undefined
}
