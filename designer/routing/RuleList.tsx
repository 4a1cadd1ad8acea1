import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RoutingRule, WayOfGiving } from '#engine'
import type { DepartmentRouting } from '../../api/routing/contract.ts'
import { having, replaced, shifted, without } from '../commands/lists.ts'
import { ConditionEditor } from '../editing/conditions/ConditionEditor.tsx'
import type { Telling } from '../map/condition-sentence.ts'
import { freshId } from './fresh-id.ts'
import { useRoutingTelling } from './routing-telling.ts'

type Props = { stored: DepartmentRouting; rules: RoutingRule[]; change: (rules: RoutingRule[]) => void }

/** The rules in their order: the first that fits a request says who gets it. */
export function RuleList({ stored, rules, change }: Props) {
  const { t } = useTranslation()
  const telling = useRoutingTelling(stored)
  const add = () => {
    const id = freshId('rule', rules)
    change([...rules, { id, name: t('routing.newRule', { number: rules.length + 1 }), give: { kind: 'least-loaded' } }])
  }
  return (
    <div className="titled-body">
      <p className="quiet routing-hint">{t(rules.length > 0 ? 'routing.rulesHint' : 'routing.rulesNone')}</p>
      <ol className="routing-rules">
        {rules.map((rule, n) => (
          <li key={rule.id}>
            <span className="routing-number" aria-hidden>
              {n + 1}
            </span>
            <Rule
              rule={rule}
              stored={stored}
              telling={telling}
              change={(changed) => change(replaced(rules, changed))}
            />
            <span className="routing-tools">
              <Button
                type="text"
                size="small"
                disabled={n === 0}
                icon={<ArrowUpOutlined aria-hidden />}
                aria-label={t('editing.up', { name: rule.name })}
                onClick={() => change(shifted(rules, rule.id, -1))}
              />
              <Button
                type="text"
                size="small"
                disabled={n === rules.length - 1}
                icon={<ArrowDownOutlined aria-hidden />}
                aria-label={t('editing.down', { name: rule.name })}
                onClick={() => change(shifted(rules, rule.id, 1))}
              />
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('editing.removeNamed', { name: rule.name })}
                onClick={() => change(without(rules, rule.id))}
              />
            </span>
          </li>
        ))}
      </ol>
      <Button size="small" onClick={add}>
        {t('routing.addRule')}
      </Button>
    </div>
  )
}

type RuleProps = { rule: RoutingRule; stored: DepartmentRouting; telling: Telling; change: (rule: RoutingRule) => void }

function Rule({ rule, stored, telling, change }: RuleProps) {
  const { t } = useTranslation()
  const { give } = rule
  const people = give.kind === 'named' ? give.people : []
  const wayOf = (kind: WayOfGiving['kind']): WayOfGiving =>
    kind === 'named' ? { kind, people: stored.members.slice(0, 1).map(({ id }) => id) } : { kind }
  return (
    <div className="routing-rule">
      <Input
        aria-label={t('words.name')}
        value={rule.name}
        maxLength={200}
        status={rule.name.trim() === '' ? 'error' : ''}
        onChange={({ target }) => change({ ...rule, name: target.value })}
      />
      <ConditionEditor
        label={t('routing.when')}
        value={rule.when}
        none={t('routing.always')}
        telling={telling}
        change={(when) => change(having(rule, 'when', when))}
      />
      <div className="field">
        <span className="field-label">{t('routing.give')}</span>
        <Select
          aria-label={t('routing.give')}
          value={give.kind}
          onChange={(kind) => change({ ...rule, give: wayOf(kind) })}
          options={(['least-loaded', 'in-turn', 'named'] as const).map((kind) => ({
            value: kind,
            label: t(`routing.way.${kind}`),
            disabled: kind === 'named' && stored.members.length === 0,
          }))}
        />
        {give.kind === 'named' && (
          <>
            <Select
              mode="multiple"
              aria-label={t('routing.people')}
              value={people}
              status={people.length === 0 ? 'error' : ''}
              placeholder={t('routing.peopleMissing')}
              onChange={(people) => change({ ...rule, give: { kind: 'named', people } })}
              options={stored.members.map(({ id, name }) => ({ value: id, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
            <small className="quiet">{t('routing.namedHint')}</small>
          </>
        )}
      </div>
    </div>
  )
}
