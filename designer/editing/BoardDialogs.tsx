import { useTranslation } from 'react-i18next'
import { withTransition } from './additions.ts'
import { useDrawing } from './drawing-store.ts'
import { Finder } from './Finder.tsx'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import type { Opened } from './use-board-keys.ts'

/** What opens over the board, one at a time. */
export function BoardDialogs({ opened, close }: { opened: Opened | undefined; close: () => void }) {
  const { t } = useTranslation()
  const show = useDrawing((drawing) => drawing.show)
  const run = useDrawing((drawing) => drawing.run)
  const selected = useDrawing((drawing) => drawing.selected)
  const from = selected?.kind === 'stage' ? selected.id : selected?.stage
  return (
    <>
      {opened === 'find' && <Finder title={t('editing.find.title')} take={show} close={close} />}
      {opened === 'connect' && from !== undefined && (
        <Finder
          title={t('editing.find.connect')}
          isMeant={({ kind, id }) => kind === 'stage' && id !== from}
          take={({ id }) => run((model) => withTransition(model, from, id))}
          close={close}
        />
      )}
      {opened === 'replace' && selected && <ReplaceDialog place={selected} close={close} />}
      <Shortcuts open={opened === 'keys'} close={close} />
    </>
  )
}
