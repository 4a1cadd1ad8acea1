import type { TFunction } from 'i18next'

/** A notice as a mail tells it: what happened, on which deal or segment (empty where on none), and where to read on. */
export type ToldNotice = { kind: string; subject: string; about: string; link: string }

export type MailContent = { subject: string; text: string; html: string }

type Asked = {
  to: { name: string }
  isDigest: boolean
  notices: ToldNotice[]
  /** Where they choose what reaches them. */
  choices: string
  /** Where mails of these kinds end, without signing in. */
  end: string
}

/** Writes a mail about one notice or many, as plain text and as plain HTML, by what they are about. */
export function composeMail(t: TFunction, { to, isDigest, notices, choices, end }: Asked): MailContent {
  const sentence = ({ kind, subject }: ToldNotice) => t(`notice.${kind}`, { subject })
  const [first, ...more] = notices
  const count = notices.length
  const subject =
    first && more.length === 0 && !isDigest
      ? [sentence(first), first.about].filter(Boolean).join(' · ')
      : t(isDigest ? 'mail.digest' : 'mail.notices', { count })
  const opening = [t('mail.hello', { name: to.name }), t(isDigest ? 'mail.sinceLast' : 'mail.whatHappened')]
  const groups = [...new Set(notices.map(({ link }) => link))].map((link) => {
    const told = notices.filter((notice) => notice.link === link)
    return { link, about: told[0]?.about || 'Keynode', told: told.map(sentence) }
  })
  return {
    subject: onOneLine(subject),
    text: [
      ...opening,
      ...groups.map(({ link, about, told }) => [about, ...told.map((one) => `- ${one}`), link].join('\n')),
      `${t('mail.why')}\n${t('mail.choose')}: ${choices}\n${t('mail.end')}: ${end}`,
    ].join('\n\n'),
    html: page(
      [
        ...opening.map((line) => `<p>${escaped(line)}</p>`),
        ...groups.map(
          ({ link, about, told }) =>
            `<p><a href="${escaped(link)}"><strong>${escaped(about)}</strong></a></p><ul>${told
              .map((one) => `<li>${escaped(one)}</li>`)
              .join('')}</ul>`,
        ),
        `<p><small>${escaped(t('mail.why'))} <a href="${escaped(choices)}">${escaped(t('mail.choose'))}</a> · <a href="${escaped(end)}">${escaped(t('mail.end'))}</a></small></p>`,
      ].join('\n'),
    ),
  }
}

const page = (body: string): string =>
  `<!doctype html>\n<html><body style="font-family:sans-serif;line-height:1.5">\n${body}\n</body></html>`

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)

/** What people write may have line breaks, and be long. */
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200)
