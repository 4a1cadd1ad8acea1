import type { ReactNode } from 'react'

/** A word that is good news, bad news, a warning, or neither. */
export function Tone({ tone, children }: { tone: 'good' | 'bad' | 'warn' | 'plain'; children: ReactNode }) {
  return <span className={`tone tone-${tone}`}>{children}</span>
}
