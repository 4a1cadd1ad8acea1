import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What on a page at rest keeps people out, as axe finds it: serious and critical only, each with the places where it is. */
export async function barriers(page: Page): Promise<string[]> {
  // Half faded in, everything is pale. What turns for ever is not waited for.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 160)).join(' … ')})`)
}
