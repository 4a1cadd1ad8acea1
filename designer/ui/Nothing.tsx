import type { ReactNode } from 'react'

/** What stands where a list has nothing in it: why, and what to do next. */
export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <strong>{title}</strong>
      {children && <p>{children}</p>}
    </div>
  )
}
