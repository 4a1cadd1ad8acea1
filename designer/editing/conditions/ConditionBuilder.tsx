import 'react-querybuilder/dist/query-builder-layout.css'
import { QueryBuilderAntD } from '@react-querybuilder/antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type FullField,
  type OptionGroup,
  prepareRuleGroup,
  QueryBuilder,
  type RuleGroupType,
} from 'react-querybuilder'
import type { Condition } from '#engine'
import type { Telling } from '../../map/condition-sentence.ts'
import { BuilderButton } from './BuilderButton.tsx'
import { type QueryGroup, toCondition, toQuery } from './condition-query.ts'
import { FactSelector } from './FactSelector.tsx'
import { FactValue } from './FactValue.tsx'
import { factFields, operatorsFor } from './fact-fields.ts'
import { firstValue, fitted } from './fit-value.ts'
import { WordSelector } from './WordSelector.tsx'

type Props = { value: Condition; change: (value: Condition) => void; telling: Telling }

/** Builds a condition over the facts that it is told with, with the operators and values that each of them can have. */
export function ConditionBuilder({ value, change, telling }: Props) {
  const { t } = useTranslation()
  const fields = useMemo(() => factFields(value, telling), [value, telling])
  // The builder knows its rules by ids that a condition does not have, so what is being built is kept beside it.
  const [query, setQuery] = useState(() => prepareRuleGroup(toQuery(value) as RuleGroupType))
  return (
    <QueryBuilderAntD>
      <QueryBuilder
        query={query}
        onQueryChange={(next) => {
          const fit = fitted(next as QueryGroup, telling.facts)
          setQuery(fit as RuleGroupType)
          change(toCondition(fit))
        }}
        fields={fields as unknown as OptionGroup<FullField>[]}
        combinators={(['all', 'any', 'none'] as const).map((name) => ({
          name,
          value: name,
          label: t(`editing.combinator.${name}`),
        }))}
        getOperators={(name) =>
          operatorsFor(telling.facts.get(name)).map((operator) => ({
            name: operator,
            value: operator,
            label: t(`editing.operator.${operatorWord(operator, telling.facts.get(name)?.value.kind)}`),
          }))
        }
        getDefaultValue={({ field }) => firstValue(telling.facts.get(field))}
        controlElements={{
          fieldSelector: FactSelector,
          operatorSelector: WordSelector,
          combinatorSelector: WordSelector,
          valueEditor: FactValue,
          actionElement: BuilderButton,
        }}
        controlClassnames={{ queryBuilder: 'condition-builder' }}
        translations={{
          addRule: { label: t('editing.addRule'), title: t('editing.addRule') },
          addGroup: { label: t('editing.addGroup'), title: t('editing.addGroup') },
          removeRule: { label: '×', title: t('editing.removeRule') },
          removeGroup: { label: '×', title: t('editing.removeGroup') },
          combinators: { title: t('editing.combinatorTitle') },
          fields: { title: t('editing.factTitle'), placeholderLabel: '', placeholderGroupLabel: '' },
          operators: { title: t('editing.operatorTitle'), placeholderLabel: '', placeholderGroupLabel: '' },
          value: { title: t('editing.valueTitle') },
        }}
        context={telling}
        addRuleToNewGroups
        resetOnOperatorChange={false}
      />
    </QueryBuilderAntD>
  )
}

/** Dates are before and after, where numbers are less and more. */
const operatorWord = (operator: string, kind: string | undefined): string =>
  kind === 'date' && /^(less|greater)/.test(operator)
    ? `date${operator[0]?.toUpperCase()}${operator.slice(1)}`
    : operator
