import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  BranchesOutlined,
  CopyOutlined,
  DeleteOutlined,
  EditOutlined,
  FormOutlined,
  PlusOutlined,
  RetweetOutlined,
  ScissorOutlined,
  SnippetsOutlined,
  SwitcherOutlined,
} from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peersOf } from '../../commands/order.ts'
import { kindsFor } from '../../commands/replace-place.ts'
import { useDrawing, useModel } from '../drawing-store.ts'
import { type Hand, stagesOf } from '../hand.ts'
import { useNotPasted } from '../use-not-pasted.ts'
import { addsAt } from './adds-at.ts'
import type { Row } from './outline.ts'

type Props = {
  hand: Hand
  /** Where the list is. */
  row: Row | undefined
  isAdding: boolean
  setAdding: (isAdding: boolean) => void
  acts: Record<'remove' | 'rename' | 'open' | 'connect' | 'replace', () => void>
}

/** What can be done with what is selected in the list, for those who do not press keys for it. */
export function OutlineTools({ hand, row, isAdding, setAdding, acts }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const notPasted = useNotPasted()
  const model = useModel()
  const { chosen, selected } = useDrawing((drawing) => drawing)
  const [copied, setCopied] = useState<string>()
  const adds = addsAt(model, row)
  const isSome = chosen.some(({ kind }) => kind !== 'model')
  const peers = selected ? peersOf(model, selected) : []
  const at = selected ? peers.indexOf(selected.id) : -1

  function take(text: string | undefined) {
    if (text === undefined) return
    setCopied(text)
    // Other drawings get it by the clipboard, where the browser lets a page write to it.
    void navigator.clipboard?.writeText(text).catch(() => undefined)
  }

  function paste() {
    const problem = hand.paste(copied ?? '')
    if (problem) void message.warning(notPasted(problem))
  }

  return (
    <section className="outline-tools" aria-label={t('editing.outline.tools')}>
      <Dropdown
        open={isAdding}
        onOpenChange={setAdding}
        trigger={['click']}
        autoFocus
        menu={{
          items: adds.map(({ kind, where }, n) => ({
            key: n,
            label: t(`editing.outline.where.${where}`, { what: t(`editing.kinds.${kind}`) }),
          })),
          onClick: ({ key }) => {
            const add = adds[Number(key)]
            setAdding(false)
            if (add) hand.draw((drawn) => add.draw(drawn, t(`editing.fresh.${add.kind}`)))
          },
        }}
      >
        <Button size="small" type="primary" icon={<PlusOutlined />}>
          {t('editing.outline.add')}
        </Button>
      </Dropdown>
      <Tool what="open" icon={<FormOutlined />} act={acts.open} isOff={!selected} />
      <Tool
        what="rename"
        icon={<EditOutlined />}
        act={acts.rename}
        isOff={!selected || ['model', 'transition'].includes(selected.kind)}
      />
      <Tool what="up" icon={<ArrowUpOutlined />} act={() => hand.shift(-1)} isOff={selected ? at < 1 : !isSome} />
      <Tool
        what="down"
        icon={<ArrowDownOutlined />}
        act={() => hand.shift(1)}
        isOff={selected ? at < 0 || at === peers.length - 1 : !isSome}
      />
      <Tool
        what="connect"
        icon={<BranchesOutlined />}
        act={acts.connect}
        isOff={![1, 2].includes(stagesOf(chosen).length)}
      />
      <Tool
        what="replace"
        icon={<RetweetOutlined />}
        act={acts.replace}
        isOff={!selected || kindsFor(model, selected).length === 0}
      />
      <Tool what="cut" icon={<ScissorOutlined />} act={() => take(hand.cut())} isOff={!isSome} />
      <Tool what="copy" icon={<CopyOutlined />} act={() => take(hand.copy())} isOff={!isSome} />
      <Tool what="paste" icon={<SnippetsOutlined />} act={paste} isOff={copied === undefined} />
      <Tool what="duplicate" icon={<SwitcherOutlined />} act={hand.duplicate} isOff={!isSome} />
      <Tool what="delete" icon={<DeleteOutlined />} act={acts.remove} isOff={!isSome} />
    </section>
  )
}

type ToolProps = {
  what: 'open' | 'rename' | 'up' | 'down' | 'connect' | 'replace' | 'cut' | 'copy' | 'paste' | 'duplicate' | 'delete'
  icon: ReactNode
  act: () => void
  isOff: boolean
}

function Tool({ what, icon, act, isOff }: ToolProps) {
  const { t } = useTranslation()
  const label = what === 'duplicate' || what === 'delete' ? t(`editing.${what}`) : t(`editing.outline.${what}`)
  return <Button type="text" size="small" icon={icon} aria-label={label} title={label} disabled={isOff} onClick={act} />
}
