import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { to: string[]; subject: string; headers: Map<string, string>; text: string; html: string }

export type MailServer = {
  url: string
  received: ReceivedMail[]
  /** What the server says to each recipient from now on: nothing, or an SMTP refusal. */
  answers(refusal?: { code: number; message: string }): void
  goAway(): Promise<void>
  comeBack(): Promise<void>
}

/** A real SMTP server, which keeps what it gets. */
export async function aMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  let refusal: { code: number; message: string } | undefined
  let port = 0
  let server: SMTPServer
  async function comeBack() {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo(_address, _session, done) {
        done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }))
      },
      onData(stream, { envelope }, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          received.push(
            read(
              Buffer.concat(parts).toString(),
              envelope.rcptTo.map(({ address }) => address),
            ),
          )
          done()
        })
      },
    })
    const listening = server.listen(port, '127.0.0.1')
    await once(listening, 'listening')
    port = (listening.address() as AddressInfo).port
  }
  await comeBack()
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answers(next) {
      refusal = next
    },
    goAway: () => new Promise((gone) => server.close(() => gone())),
    comeBack,
  }
}

/** A mail of two parts as the product writes it, its transfer encoding undone. */
function read(raw: string, to: string[]): ReceivedMail {
  const { headers, body } = split(raw)
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? ''
  const [, plain = '', html = ''] = body.split(`--${boundary}`).map((part) => part.replace(/^\r\n/, ''))
  return { to, subject: decodedWords(headers.get('subject') ?? ''), headers, text: decoded(plain), html: decoded(html) }
}

function split(raw: string) {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return { headers, body: raw.slice(end + 4) }
}

function decoded(part: string): string {
  const { headers, body } = split(part)
  const encoding = headers.get('content-transfer-encoding')
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  return encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

const decodedWords = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind, text) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' ')),
    )
