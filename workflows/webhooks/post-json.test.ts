import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { postJson } from './post-json.ts'
import { isPrivateHost, isPublicAddress } from './public-address.ts'

test.each([
  'localhost',
  'api.localhost',
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '[::1]',
  '[fd00::1]',
  '[::ffff:10.0.0.1]',
  'db.internal',
])('%s is of our own network', (host) => {
  expect(isPrivateHost(host)).toBe(true)
})

test.each(['example.com', '93.184.215.14', '[2606:2800:220:1::1]'])('%s may be of the open internet', (host) => {
  expect(isPrivateHost(host)).toBe(false)
})

test.each(['0.0.0.0', '100.64.0.1', '192.168.1.1', '224.0.0.1', '64:ff9b::a00:1', 'fe80::1'])(
  'a name that leads to %s leads nowhere',
  (address) => {
    expect(isPublicAddress(address)).toBe(false)
  },
)

const message = { headers: {}, body: '{}', mayBePrivate: false }

test.each(['http://example.com/', 'https://127.0.0.1/', 'https://localhost/'])(
  'nothing is posted to %s',
  async (url) => {
    await expect(postJson({ ...message, url })).rejects.toThrow(/not an https address of the open internet/)
  },
)

test('nothing is posted where a harmless name leads to our own network', async () => {
  await expect(postJson({ ...message, url: `https://${hostname()}/` })).rejects.toThrow(
    /not of the open internet|ENOTFOUND/,
  )
})
