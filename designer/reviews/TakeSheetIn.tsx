import { FileExcelOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StepFailure } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'
import { useAttempt } from '../ui/use-attempt.ts'
import { type Changing, changesIn, keyOf, parts } from './changing.ts'
import { SheetPreview } from './SheetPreview.tsx'
import { SheetResult } from './SheetResult.tsx'

type Props = { review: string; close: () => void }

/** Takes a filled-in sheet in: shows all that it would change, lets one choose, and says what became of each. */
export function TakeSheetIn({ review, close }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const attempt = useAttempt()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const preview = useMutation({
    mutationFn: (file: File) => api.previewSheet(review, file),
    onSuccess: ({ rows }) => {
      take.reset()
      setChosen(new Set(changesIn(rows).flatMap((row) => (row.status === 'change' ? [keyOf(row)] : []))))
    },
  })
  const file = preview.variables
  const take = useMutation({
    mutationFn: async (rows: Changing[]) => {
      const taken = []
      for (const [n, part] of parts(rows).entries()) {
        const body = { file: file?.name ?? '', rows: part }
        const { items } = await api.takeChanges(review, body, `${attempt.keyFor(rows)}.${n}`)
        taken.push(...items)
      }
      return taken
    },
    onSettled: () => {
      for (const key of ['reviews', 'deal', 'deals', 'owed']) void queries.invalidateQueries({ queryKey: [key] })
    },
    onSuccess: attempt.done,
  })
  const read = (next: File | undefined) => {
    if (next) preview.mutate(next)
  }
  return (
    <Drawer open onClose={close} size="min(1080px, 100vw)" title={t('reviews.sheet.bring')}>
      <p className="quiet">{t('reviews.sheet.hint')}</p>
      {!preview.data && (
        <Upload.Dragger
          accept=".xlsx,.csv"
          showUploadList={false}
          disabled={preview.isPending}
          beforeUpload={(next) => {
            read(next)
            return Upload.LIST_IGNORE
          }}
        >
          <FileExcelOutlined aria-hidden /> {t('reviews.sheet.choose')}{' '}
          <span className="quiet drop">{t('reviews.sheet.drop')}</span>
        </Upload.Dragger>
      )}
      {preview.isPending && (
        <p className="quiet" role="status">
          {t('reviews.sheet.reading', { name: file?.name })}
        </p>
      )}
      <StepFailure error={preview.error ?? take.error} />
      {preview.data && !take.data && (
        <SheetPreview
          comparison={preview.data}
          chosen={chosen}
          choose={setChosen}
          busy={take.isPending}
          take={(rows) => take.mutate(rows)}
        />
      )}
      {preview.data && take.data && <SheetResult taken={take.data} rows={changesIn(preview.data.rows)} />}
      {preview.data && (
        <div className="sheet-again">
          <Button size="middle" onClick={() => read(file)} loading={preview.isPending}>
            {t('reviews.sheet.again')}
          </Button>
          <Button size="middle" type="text" onClick={() => preview.reset()}>
            {t('reviews.sheet.another')}
          </Button>
        </div>
      )}
    </Drawer>
  )
}
