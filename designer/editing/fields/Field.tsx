import { type ReactNode, useId } from 'react'

/** A labelled control. `children` gets the id that ties the label to it. */
export function Field({
  label,
  hint,
  problem,
  children,
}: {
  label: string
  hint?: ReactNode
  problem?: string | undefined
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {problem ? <small className="field-problem">{problem}</small> : hint && <small>{hint}</small>}
    </div>
  )
}
