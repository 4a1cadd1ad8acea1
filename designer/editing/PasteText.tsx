import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hand, NotPasted } from './hand.ts'
import { useNotPasted } from './use-not-pasted.ts'

/** Pastes from a text that came by mail or from a file: what was copied elsewhere, or a whole model. */
export function PasteText({ hand }: { hand: Hand }) {
  const { t } = useTranslation()
  const sentence = useNotPasted()
  const [text, setText] = useState<string>()
  const [problem, setProblem] = useState<NotPasted>()
  const close = () => {
    setText(undefined)
    setProblem(undefined)
  }
  return (
    <>
      <Button type="text" size="small" block className="add-by-name" onClick={() => setText('')}>
        {t('editing.paste.open')}
      </Button>
      <Modal
        open={text !== undefined}
        title={t('editing.paste.open')}
        okText={t('editing.paste.draw')}
        okButtonProps={{ disabled: !text?.trim() }}
        onOk={() => {
          const found = hand.paste(text ?? '')
          if (found) setProblem(found)
          else close()
        }}
        onCancel={close}
        destroyOnHidden
      >
        <p className="quiet">{t('editing.paste.hint')}</p>
        <Input.TextArea
          autoFocus
          rows={8}
          aria-label={t('editing.paste.text')}
          value={text ?? ''}
          onChange={({ target }) => {
            setText(target.value)
            setProblem(undefined)
          }}
        />
        {problem && <Alert type="error" showIcon title={sentence(problem)} className="paste-problem" />}
      </Modal>
    </>
  )
}
