import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { choose, chooseAll, drag, take } from '../support/screen.ts'

/** Sales operations at the drawing board. */
export function atTheBoard(page: Page) {
  const palette = page.getByRole('navigation', { name: 'What is drawn' })
  const inspector = page.getByRole('complementary', { name: 'Selected' })
  const publishButton = page.getByRole('button', { name: 'Publish', exact: true })
  const stageCard = (name: string) => page.locator('.react-flow__node-stage', { hasText: name })

  /** A line that appears where a button stood takes a name, and closes again. */
  async function addByName(within: Locator, button: string, name: string): Promise<void> {
    await within.getByRole('button', { name: new RegExp(`${button}$`) }).click()
    const line = within.getByLabel(`${button}: its name`)
    await line.fill(name)
    await line.press('Enter')
    await line.press('Escape')
  }

  const board = {
    palette,
    inspector,
    stageCard,
    findings: () => page.getByRole('button', { name: /^Checks:/ }).getAttribute('aria-label'),
    transition: (from: string, to: string) => page.getByLabel(`Transition from ${from} to ${to}`),

    /** Adds something from the palette; what was added is then selected. */
    async add(kind: string, name: string): Promise<void> {
      await addByName(palette, `Add ${kind}`, name)
      await inspector
        .getByLabel('Name', { exact: true })
        .and(page.locator(`[value="${name}"]`))
        .waitFor()
    },

    /** The first stage is drawn where the canvas is double-clicked, and named at once. */
    async drawFirstStage(name: string): Promise<void> {
      await page.locator('.react-flow__pane').dblclick({ position: { x: 200, y: 200 } })
      await page.keyboard.type(name)
      await stageCard(name).waitFor()
    },

    async select(name: string): Promise<void> {
      await palette.getByRole('button', { name, exact: true }).click()
    },

    /** Adds an element, commitment, action or support to a stage, and opens it. */
    async addPart(stage: string, kind: string, name: string): Promise<void> {
      await board.select(stage)
      await addByName(inspector, `Add ${kind}`, name)
      await inspector.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    },

    async set(field: string, option: string): Promise<void> {
      await choose(inspector.getByLabel(field, { exact: true }), option)
    },

    async setAll(field: string, options: readonly string[]): Promise<void> {
      await chooseAll(inspector.getByLabel(field, { exact: true }), options)
    },

    async due(amount: string, unit: string): Promise<void> {
      await inspector.getByLabel('Due', { exact: true }).fill(amount)
      await choose(inspector.getByLabel('Due: unit of time'), unit)
    },

    async toggle(field: string): Promise<void> {
      await inspector.getByRole('switch', { name: field }).click()
    },

    /** Adds a step to the playbook of the objection type that is selected. */
    async addStep(text: string): Promise<void> {
      await addByName(inspector, 'Add step', text)
    },

    /** Gives what is selected a condition of one comparison. */
    async condition(field: string, fact: string, operator: string, value: string): Promise<void> {
      await inspector.getByRole('button', { name: `Add condition: ${field}` }).click()
      const dialog = page.getByRole('dialog', { name: field })
      await dialog.getByRole('button', { name: '+ Comparison' }).click()
      await choose(dialog.getByRole('combobox', { name: 'Fact' }), fact)
      await choose(dialog.getByRole('combobox', { name: 'Operator' }), operator)
      await dialog.getByRole('spinbutton', { name: 'Value' }).fill(value)
      await dialog.getByRole('button', { name: 'Apply' }).click()
      await dialog.waitFor({ state: 'hidden' })
    },

    /** Draws a line from the right of one card to the left of another. */
    async connectByHand(from: string, to: string): Promise<void> {
      await inspector.getByRole('button', { name: 'Close' }).click()
      await page.getByRole('button', { name: 'Show all' }).click()
      await drag(stageCard(from).locator('[data-handleid="next"]'), stageCard(to).locator('[data-handleid="before"]'))
    },

    async connectByList(from: string, to: string): Promise<void> {
      await board.select(from)
      await board.set('Next stage', to)
    },

    /** A drawing with errors is not published: the button tells them instead, and each leads to its place. */
    async followFinding(about: string): Promise<void> {
      // Marked as disabled for those who do not see it, and meant to be pressed all the same.
      await publishButton.click({ force: true })
      await page.getByRole('button', { name: new RegExp(`^Error .*${about}`) }).click()
    },

    async publish(note: string): Promise<void> {
      await publishButton.click()
      const dialog = page.getByRole('dialog', { name: 'Publish this drawing' })
      await dialog.getByLabel('Release note').fill(note)
      await dialog.getByRole('button', { name: 'Publish version' }).click()
    },
  }
  return board
}

export async function startSegment(page: Page, name: string): Promise<void> {
  await page.goto('/segments')
  await page.getByRole('button', { name: 'New segment' }).click()
  const dialog = page.getByRole('dialog', { name: 'New segment' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('radio', { name: /An empty drawing/ }).check()
  await dialog.getByRole('button', { name: 'Create segment' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

/** What goes out of a drawing as a file, and comes in from one. */
export function atTheExchange(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Import a drawing' })
  const pick = async (item: string) => {
    await page.getByRole('button', { name: 'Import and export' }).click()
    await take(page.getByRole('menuitem', { name: item }))
  }
  return {
    dialog,
    /** Exports a kind of file; its path, with the name that the product gave it. */
    async download(kind: string): Promise<string> {
      const [file] = await Promise.all([page.waitForEvent('download'), pick(kind)])
      const path = join(mkdtempSync(join(tmpdir(), 'keynode-export-')), file.suggestedFilename())
      await file.saveAs(path)
      return path
    },
    async choose(path: string): Promise<void> {
      await pick('Import a file')
      await dialog.locator('input[type=file]').setInputFiles(path)
    },
    async replace(): Promise<void> {
      await dialog.getByRole('button', { name: 'Replace the drawing' }).click()
      await dialog.waitFor({ state: 'hidden' })
    },
  }
}
