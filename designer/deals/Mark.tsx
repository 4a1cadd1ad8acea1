export type MarkKind = 'element' | 'commitment' | 'attribute' | 'action' | 'support' | 'layer' | 'noted' | 'other'

/** The sign of what a thing is, filled once the customer has brought it: a circle for what it discloses, a diamond for what it promises. */
export function Mark({ kind, filled = false }: { kind: MarkKind; filled?: boolean }) {
  return <i aria-hidden="true" className={`fact-mark fact-mark-${kind}${filled ? ' filled' : ''}`} />
}

/** What a fact is, by its name. An added signer's signature is a promise. */
export function markOf(fact: string): MarkKind {
  const [prefix] = fact.split('.')
  if (prefix === 'signature') return 'commitment'
  return kinds.find((kind) => kind === prefix) ?? 'other'
}

const kinds: MarkKind[] = ['element', 'commitment', 'attribute', 'action', 'support', 'layer', 'noted']
