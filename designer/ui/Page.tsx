import './ui.css'
import type { ReactNode } from 'react'

/** A page's title, what can be done on it, and its content. */
export function Page({
  title,
  hint,
  actions,
  children,
  wide = false,
}: {
  title: ReactNode
  hint?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** For what needs the room: a canvas. */
  wide?: boolean
}) {
  return (
    <main className={wide ? 'page page-wide' : 'page'}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {hint && <p className="quiet">{hint}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  )
}
