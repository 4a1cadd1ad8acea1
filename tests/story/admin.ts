import type { Page } from 'playwright-core'
import { choose, chooseAll } from '../support/screen.ts'

export type NewPerson = { name: string; email: string; password: string; role: string; departments?: readonly string[] }

/** An administrator makes somebody who can sign in. */
export async function makeUser(page: Page, { name, email, password, role, departments }: NewPerson): Promise<void> {
  await page.goto('/people')
  await page.getByRole('button', { name: 'Add a user' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Name').fill(name)
  await drawer.getByLabel('E-mail').fill(email)
  await choose(drawer.getByLabel('Role'), role)
  if (departments) await chooseAll(drawer.getByLabel('Departments'), departments)
  await drawer.getByLabel('Password').fill(password)
  await drawer.getByRole('button', { name: 'Make user' }).click()
  await page.getByRole('cell', { name: email }).waitFor()
}
