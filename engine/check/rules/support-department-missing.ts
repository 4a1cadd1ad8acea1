import type { Check } from '../finding.ts'
import { supportOf } from '../parts-of.ts'

/** A call on a department which is gone. */
export const supportDepartmentMissing: Check<'support-department-missing'> = (model) => {
  const departments = new Set(model.departments.map(({ id }) => id))
  return supportOf(model).flatMap(({ trigger: { name, department }, place }) =>
    department && !departments.has(department) ? [{ place, values: { support: name, department } }] : [],
  )
}
