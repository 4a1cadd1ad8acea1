const address = /(https?:\/\/[^\s<>"'，。、；）」』]+)/

/** What somebody wrote; an address in it leads there. */
export function Linked({ text }: { text: string }) {
  return text.split(address).map((part, n) =>
    n % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text do not move
      <a key={n} href={part} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
