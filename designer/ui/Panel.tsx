import './ui.css'
import { type ReactNode, useId } from 'react'

/** A part of a page under its own heading. */
export function Panel({
  title,
  count,
  actions,
  children,
}: {
  title: ReactNode
  count?: number | undefined
  actions?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="panel titled" aria-labelledby={id}>
      <header className="titled-head">
        <h2 id={id}>{title}</h2>
        {count !== undefined && <span className="tally">{count}</span>}
        {actions && <div className="titled-actions">{actions}</div>}
      </header>
      {children}
    </section>
  )
}
