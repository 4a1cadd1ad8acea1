import type { Browser, Page } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { aMailServer, type MailServer } from '../support/mail-server.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture } from '../support/screen.ts'
import { aWebReceiver, type WebReceiver } from '../support/web-receiver.ts'

let product: RunningProduct
let browser: Browser
let admin: Page
let mails: MailServer
let receiver: WebReceiver

beforeAll(async () => {
  ;[mails, receiver] = await Promise.all([aMailServer(), aWebReceiver()])
  const settings = {
    KEYNODE_SMTP_URL: mails.url,
    KEYNODE_MAIL_FROM: 'Keynode <keynode@example.com>',
    KEYNODE_PRIVATE_WEBHOOKS: 'true',
  }
  ;[product, browser] = await Promise.all([runningProduct(settings), aBrowser()])
  admin = (await signedIn(browser, product.url, product.admin)).page
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  receiver?.stop()
  await mails?.goAway()
})

it('what somebody chooses in the matrix holds at once, and the next time', async () => {
  await admin.getByRole('link', { name: 'Administrator' }).click()
  const late = admin.getByRole('radiogroup', { name: 'Something is late: by e-mail' })
  await late.getByText('At once').click()
  await admin.getByRole('switch', { name: 'News of a model: in Keynode' }).click()
  const chosen = async () => (await (await admin.request.get('/api/v1/me/notifications')).json()).choices
  await expect
    .poll(chosen)
    .toMatchObject({ late: { app: true, mail: 'at-once' }, model: { app: false, mail: 'digest' } })

  await admin.reload()
  expect(await late.getByRole('radio', { name: 'At once' }).isChecked()).toBe(true)
  await admin.getByRole('button', { name: '繁體中文' }).click()
  await admin.getByText('有事請您處理').waitFor()
  await admin.setViewportSize({ width: 390, height: 844 })
  await picture(admin, 'choices zh 390')
  await admin.setViewportSize({ width: 1440, height: 900 })
  await admin.getByRole('button', { name: 'English' }).click()
})

it('a webhook is added, tested, and disabled once its address is gone, of which its people are mailed', async () => {
  await admin.goto('/delivery')
  await admin.getByRole('button', { name: 'Add a webhook' }).click()
  const drawer = admin.getByRole('dialog')
  await drawer.getByLabel('Address').fill(`${receiver.url}/keynode`)
  await drawer.getByRole('button', { name: 'Add', exact: true }).click()
  const secret = await drawer.getByText(/^whsec_/).textContent()
  await picture(admin, 'secret 1440')
  expect(await barriers(admin)).toEqual([])
  await drawer.getByRole('button', { name: 'Close' }).click()

  await admin.getByRole('button', { name: `Open ${receiver.url}/keynode` }).click()
  await drawer.getByRole('button', { name: 'Send a test' }).click()
  await drawer.getByText('Delivered · 204').waitFor({ timeout: 30_000 })
  const [message] = receiver.received
  expect(new Webhook(secret?.trim() ?? '').verify(message?.body ?? '', message?.headers as never)).toMatchObject({
    type: 'test',
  })

  await drawer.getByRole('button', { name: /^Send again: test/ }).click()
  await expect.poll(() => receiver.received.length).toBe(2)
  expect(receiver.received[1]?.headers['webhook-id']).toBe(message?.headers['webhook-id'])
  await drawer.getByText('Delivered · 204').waitFor({ timeout: 30_000 })

  receiver.answers(410)
  await drawer.getByRole('button', { name: 'Send a test' }).click()
  await drawer.getByText('Given up after 1 attempt · 410').waitFor({ timeout: 30_000 })
  const active = drawer.getByRole('switch', { name: 'Active' })
  await expect.poll(() => active.isChecked(), { timeout: 30_000 }).toBe(false)
  expect(await drawer.getByRole('button', { name: 'Send a test' }).isDisabled()).toBe(true)
  for (const width of [1440, 390]) {
    await admin.setViewportSize({ width, height: 844 })
    expect(await barriers(admin)).toEqual([])
    await picture(admin, `webhook ${width}`)
  }
  await drawer.getByRole('button', { name: 'Close' }).click()
  await admin.getByText('Disabled after failures').waitFor({ timeout: 30_000 })
  expect(await barriers(admin)).toEqual([])
  await picture(admin, 'webhooks 390')
  await admin.setViewportSize({ width: 1440, height: 900 })
  await picture(admin, 'webhooks 1440')
  await expect
    .poll(() => mails.received.map(({ subject }) => subject), { timeout: 30_000 })
    .toEqual([`Disabled, since nothing arrived there: ${new URL(receiver.url).host}`])
})

it('who has had enough follows the mail’s link, and ends such mails without signing in', async () => {
  const [mail] = mails.received
  const [link = ''] = /http\S+\/unsubscribe\/\S+/.exec(mail?.text ?? '') ?? []
  const nobody = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })).newPage()
  await nobody.goto(link)
  await nobody.getByText('Escalated to you').waitFor()
  const mailsOf = async () =>
    (await (await admin.request.get('/api/v1/me/notifications')).json()).choices.escalated.mail
  expect(await mailsOf()).toBe('at-once')
  await picture(nobody, 'unsubscribe 390')
  expect(await barriers(nobody)).toEqual([])
  await nobody.getByRole('button', { name: 'No more of these' }).click()
  await nobody.getByText('These come by e-mail no more').waitFor()
  await nobody.setViewportSize({ width: 1440, height: 900 })
  await picture(nobody, 'unsubscribe 1440')
  expect(await barriers(nobody)).toEqual([])
  expect(await mailsOf()).toBe('never')
})
