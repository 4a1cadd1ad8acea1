import { useTranslation } from 'react-i18next'
import { type ChainPolicies, chainPoliciesSchema, usualPolicies } from '#engine'
import { putPolicies } from '../../commands/chain-commands.ts'
import { useDrawing, useModel } from '../drawing-store.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'

const { emptyLayer, samePerson, requester, absent } = chainPoliciesSchema.shape
const choices = {
  emptyLayer: emptyLayer.unwrap().options,
  samePerson: samePerson.unwrap().options,
  requester: requester.unwrap().options,
  absent: absent.unwrap().options,
}

/** What the sign-off does where a layer's rule alone does not say it. */
export function PoliciesForm() {
  const { t } = useTranslation()
  const { chain } = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const policies: ChainPolicies = chain.policies ?? usualPolicies
  const field = <Name extends keyof ChainPolicies>(name: Name) => (
    <ChoiceField<ChainPolicies[Name]>
      label={t(`editing.policy.${name}`)}
      value={policies[name]}
      options={choices[name].map((value) => ({ value, label: t(`editing.policyIs.${name}.${value}`) }))}
      change={(value) => value && run((model) => putPolicies(model, { ...policies, [name]: value }))}
    />
  )
  if (chain.layers.length === 0) return null
  return (
    <section className="policies" aria-label={t('editing.policies')}>
      <h3>{t('editing.policies')}</h3>
      {field('emptyLayer')}
      {field('samePerson')}
      {field('requester')}
      {field('absent')}
    </section>
  )
}
