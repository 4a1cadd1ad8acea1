export type ProgressLine = {
  /** Shows where things stand: in place on a terminal, seldom and in lines of its own elsewhere. */
  show(text: string): void
  /** Shows the last of it and leaves the line. */
  end(): void
}

const seldomMs = 5000

export function createProgressLine(out: NodeJS.WriteStream, prefix: string): ProgressLine {
  let [last, shownAt, isShown] = ['', 0, true]
  const write = () => {
    out.write(out.isTTY ? `\r\u001b[2K${prefix}${last}` : `${prefix}${last}\n`)
    ;[shownAt, isShown] = [Date.now(), true]
  }
  return {
    show(text) {
      isShown = isShown && text === last
      last = text
      if (!isShown && (out.isTTY || Date.now() - shownAt >= seldomMs)) write()
    },
    end() {
      if (!isShown) write()
      if (out.isTTY && last) out.write('\n')
    },
  }
}
