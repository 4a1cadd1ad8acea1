import { createHash } from 'node:crypto'

/** Reserved for nobody (RFC 2606), so that no mail goes out. */
export const importedDomain = 'imported.invalid'
const longest = 50

/** The address of a person whom an import makes, the same for the same name. Names that differ in case or spaces are one. */
export function importedEmail(name: string): string {
  const key = personKey(name)
  const plain = key
    .normalize('NFKD')
    .replace(/[^a-z0-9-]+/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, longest)
  // What the letters of an address cannot tell apart, a short hash of the name does.
  if (plain === key.replaceAll(' ', '.')) return `${plain}@${importedDomain}`
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 8)
  return `${plain}${plain && '.'}${hash}@${importedDomain}`
}

/** Names with the same key are one person. */
export const personKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
