import type { Locator, Page } from 'playwright-core'
import { vi } from 'vitest'
import { choose } from '../support/screen.ts'

export type NewDeal = { segment: string; name: string; account: string }

/** A rep opens a deal; gives the deal's id. */
export async function openDeal(page: Page, { segment, name, account }: NewDeal): Promise<string> {
  await page.goto('/deals')
  await page.getByRole('button', { name: 'Open a deal' }).click()
  const dialog = page.getByRole('dialog', { name: 'Open a deal' })
  await choose(dialog.getByLabel('Segment'), segment)
  await dialog.getByLabel('What the customer buys').fill(name)
  await dialog.getByLabel('Account').fill(account)
  await dialog.getByRole('button', { name: 'Open deal' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  return page.url().split('/').at(-1) ?? ''
}

/** `facts` by name: an amount to enter, or true for what is simply there. */
export type Interaction = { kind: string; note: string; facts?: Record<string, string | true> }

/** Writes down one interaction and all that was learnt in it, and records it in one go. */
export async function record(page: Page, interaction: Interaction): Promise<void> {
  await page.getByRole('button', { name: 'Record an interaction' }).click()
  await writeDown(page, interaction)
}

/** The same, where a task's button has opened the recording already. */
export async function writeDown(page: Page, interaction: Interaction): Promise<void> {
  const drawer = page.getByRole('dialog', { name: 'Record an interaction' })
  await drawer.getByText(interaction.kind, { exact: true }).click()
  await drawer.getByLabel('Note').fill(interaction.note)
  for (const [fact, value] of Object.entries(interaction.facts ?? {})) await pick(drawer, fact, value)
  await untilTaken(drawer.getByRole('button', { name: 'Record', exact: true }), drawer)
}

async function pick(drawer: Locator, fact: string, value: string | true): Promise<void> {
  const search = drawer.getByRole('textbox', { name: 'Find a fact or a role' })
  await search.fill(fact)
  await drawer.getByRole('checkbox', { name: fact }).check()
  if (value !== true) await drawer.getByRole('spinbutton', { name: fact }).fill(value)
  await search.clear()
}

/** Presses a button until what it is on is gone: as a person does who is told that an answer did not come in time. */
async function untilTaken(button: Locator, closing: Locator): Promise<void> {
  const complaint = closing.getByRole('alert')
  const isSettled = async () => (await closing.isHidden()) || (await complaint.isVisible())
  do {
    await button.click()
    await complaint.waitFor({ state: 'hidden' })
    await vi.waitUntil(isSettled, { timeout: 40_000 })
  } while (await closing.isVisible())
}

/** The deal's page, as anybody reads it who may see it. */
export function dealPage(page: Page) {
  return {
    moved: page.getByRole('status').filter({ hasText: /./ }),
    stage: (name: string, status: string) => page.getByLabel(`Stage ${name}, ${status}`),
    panel: (name: string) => page.getByRole('region', { name, exact: true }),
    objection: (statement: string) => page.getByRole('listitem', { name: statement }),
  }
}

/** Takes the next step in an objection's life, and writes what its form asks for. */
export async function takeStep(objection: Locator, step: string, words: Record<string, string> = {}): Promise<void> {
  await objection.getByRole('button', { name: step, exact: true }).click()
  const form = objection.locator('form')
  for (const [field, text] of Object.entries(words)) await form.getByLabel(field).fill(text)
  await form.getByRole('button', { name: step, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
}
