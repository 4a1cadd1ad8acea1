import type { Scalar } from '../model/condition.ts'
import type { ValueType } from '../model/value-type.ts'
import { unreachable } from '../unreachable.ts'

/** Whether a value can be one of a type. */
export function fits(type: ValueType, value: Scalar): boolean {
  switch (type.kind) {
    case 'flag':
      return typeof value === 'boolean'
    case 'number':
    case 'money':
      return typeof value === 'number' && Number.isFinite(value)
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value))
    case 'text':
      return typeof value === 'string' && value.trim() !== ''
    case 'choice':
      return typeof value === 'string' && type.options.includes(value)
    default:
      return unreachable(type)
  }
}
