import { SwapOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Tooltip } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import { bpmnTelling } from './bpmn-words.ts'
import { placesOf } from './places-of.ts'
import { fileName, saveFile, saveModelFile } from './save-file.ts'

const ImportDialog = lazy(() => import('./ImportDialog.tsx').then((room) => ({ default: room.ImportDialog })))
const MapPicture = lazy(() => import('./MapPicture.tsx').then((room) => ({ default: room.MapPicture })))

type Props = {
  model: ProcessModel
  /** Takes what was imported; without it nothing can be. */
  replace: ((model: ProcessModel) => void) | undefined
}

/** A drawing goes out as a file of several kinds, and comes in from one. */
export function ExchangeMenu({ model, replace }: Props) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const [picture, setPicture] = useState<'png' | 'svg'>()
  const [imports, setImports] = useState(false)

  async function saveBpmn() {
    const { toBpmn } = await import('./bpmn/to-bpmn.ts')
    const xml = await toBpmn(model, await placesOf(model), bpmnTelling(model, t, i18n.language))
    saveFile(fileName(model, 'bpmn'), new Blob([xml], { type: 'application/xml' }))
  }
  const failed = (error: unknown) =>
    void message.error(t('exchange.failed', { why: error instanceof Error ? error.message : String(error) }))
  const isEmpty = model.stages.length === 0
  const acts: Record<string, () => void> = {
    json: () => saveModelFile(model),
    bpmn: () => void saveBpmn().catch(failed),
    png: () => setPicture('png'),
    svg: () => setPicture('svg'),
    import: () => setImports(true),
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          onClick: ({ key }) => acts[key]?.(),
          items: [
            {
              type: 'group',
              label: t('exchange.export'),
              children: (['json', 'bpmn', 'png', 'svg'] as const).map((key) => ({
                key,
                label: t(`exchange.${key}`),
                disabled: isEmpty && key !== 'json',
              })),
            },
            ...(replace ? [{ type: 'divider' as const }, { key: 'import', label: t('exchange.import') }] : []),
          ],
        }}
      >
        <Tooltip title={t('exchange.menu')}>
          <Button type="text" icon={<SwapOutlined />} aria-label={t('exchange.menu')} loading={picture !== undefined} />
        </Tooltip>
      </Dropdown>
      <Suspense>
        {picture && (
          <MapPicture
            model={model}
            kind={picture}
            done={(content) => {
              if (content instanceof Blob) saveFile(fileName(model, picture), content)
              else failed(content)
              setPicture(undefined)
            }}
          />
        )}
        {imports && replace && (
          <ImportDialog
            before={model}
            close={() => setImports(false)}
            replace={(imported, file) => {
              replace(imported)
              setImports(false)
              void message.success(t('exchange.replaced', { file }))
            }}
          />
        )}
      </Suspense>
    </>
  )
}
