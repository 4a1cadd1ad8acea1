/** Separators of folders, what no file system takes, controls, and marks that turn the direction of writing, which can hide an ending. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a name may hold none of them
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g
const longest = 150

/** The name under which a file is kept: its own, without folders or tricks, and with one of the endings of its content. */
export function safeName(given: string, endings: string[]): string {
  const bare = (given.split(/[/\\]/).at(-1) ?? '').replace(unsafe, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const dot = bare.lastIndexOf('.')
  const ending = dot > 0 ? bare.slice(dot + 1).toLowerCase() : ''
  const isTrue = endings.includes(ending)
  const stem = (isTrue ? bare.slice(0, dot) : bare) || 'file'
  return `${[...stem].slice(0, longest).join('')}.${isTrue ? ending : endings[0]}`
}
