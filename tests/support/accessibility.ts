import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What on a page at rest keeps people out, as axe finds it, each with the places where it is: all that fails WCAG 2.2 at
 * level AA, however grave, and what axe itself holds to be serious.
 */
export async function barriers(page: Page): Promise<string[]> {
  await atRest(page)
  const pages = await new AxeBuilder({ page }).analyze()
  // WCAG 2.2's own, which axe leaves out unless it is asked for. What is drawn is as large as it is zoomed, and lies under
  // whatever covers the map's edge: the list has the same with targets of full size, which WCAG 2.5.8 holds to suffice.
  const sizes = new AxeBuilder({ page }).withRules('target-size').exclude('.react-flow__viewport')
  // Behind a dialog nothing can be hit, and its edge may run across anything.
  if (await page.locator(dialog).filter({ visible: true }).count()) sizes.include(dialog)
  const targets = await sizes.analyze()
  return [...pages.violations, ...targets.violations]
    .filter(
      ({ impact, tags }) => tags.some((tag) => tag.startsWith('wcag')) || impact === 'serious' || impact === 'critical',
    )
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes.map(({ html, any: [why] }) => `${html.slice(0, 160)} ${why?.message ?? ''}`).join(' … ')})`,
    )
}

const dialog = '[role="dialog"][aria-modal="true"]'

/** Half faded in, everything is pale. What turns for ever is not waited for; what one animation sets off is. */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const isStill = () =>
      document.getAnimations().every(({ effect }) => effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY)
    for (let frames = 0; frames < 10; frames = isStill() ? frames + 1 : 0)
      await new Promise((resolve) => requestAnimationFrame(resolve))
  })
