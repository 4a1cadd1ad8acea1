import type { ProcessModelDraft } from '../../model/process-model.ts'
import { deliveries, sizes } from './answers.ts'

const flag = { kind: 'flag' } as const
const choice = (options: string[]) => ({ kind: 'choice' as const, options })

export const attributes: NonNullable<ProcessModelDraft['attributes']> = [
  { id: 'amount', name: 'Amount in a year', value: { kind: 'money' } },
  { id: 'customer-size', name: 'Size of the customer', value: choice(Object.values(sizes)) },
  { id: 'region', name: 'Region', value: choice(['Americas', 'Europe, Middle East and Africa', 'Asia-Pacific']) },
  { id: 'product', name: 'Product', value: choice(['base edition', 'full edition', 'several editions']) },
  { id: 'users-expected', name: 'Users expected', value: { kind: 'number', unit: 'users' } },
  { id: 'delivery', name: 'Way of delivery', value: choice(Object.values(deliveries)) },
  { id: 'existing-vendor', name: 'We are a supplier of theirs already', value: flag },
  { id: 'personal-data', name: 'Personal data is processed', value: flag },
  { id: 'sensitive-data', name: 'Sensitive data leaves their house', value: flag },
  { id: 'compliance-question', name: 'A compliance question was answered with yes', value: flag },
  { id: 'discount', name: 'Discount', value: { kind: 'number', unit: '%' } },
  { id: 'payment-terms', name: 'Payment terms', value: choice(['standard', 'changed']) },
  { id: 'price-schedule', name: 'Price over the years', value: choice(['even', 'rising in steps']) },
  { id: 'trade-screening', name: 'Trade screening', value: choice(['clear', 'hit']) },
]
