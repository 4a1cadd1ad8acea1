/** What mails say around their notices. */
export const mailTexts = {
  notices_one: '{{count}} notification',
  notices_other: '{{count}} notifications',
  digest_one: 'Digest: {{count}} notification',
  digest_other: 'Digest: {{count}} notifications',
  hello: 'Hello {{name}},',
  whatHappened: 'this happened in Keynode and concerns you:',
  sinceLast: 'this happened in Keynode since your last digest:',
  why: 'You get this because of what you chose in Keynode.',
  choose: 'Choose what reaches you, and how',
  end: 'No more e-mails of this kind',
}
