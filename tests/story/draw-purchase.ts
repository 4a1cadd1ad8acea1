import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { atTheBoard } from './ops.ts'

/** Draws, by hand and from nothing: need, budget, approval, contract, and who at the customer says, gives and signs what. */
export async function drawPurchase(page: Page): Promise<void> {
  const board = atTheBoard(page)
  const { findings } = board

  await page.getByText('No stage yet').waitFor()
  expect(await findings()).toBe('Checks: 1 error')
  await board.drawFirstStage('Need stated')
  for (const stage of ['Budget confirmed', 'Purchase approved', 'Contract signed']) await board.add('stage', stage)

  await board.connectByHand('Need stated', 'Budget confirmed')
  const line = board.transition('Need stated', 'Budget confirmed')
  await line.waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await line.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Redo' }).click()
  await line.waitFor({ state: 'attached' })
  await board.connectByList('Budget confirmed', 'Purchase approved')
  await board.connectByList('Purchase approved', 'Contract signed')
  await board.select('Contract signed')
  await board.set('End of the purchase', 'End: won')

  await board.add('attribute', 'Amount')
  await board.set('Kind of value', 'Amount of money')
  await board.add('role', 'Head of finance')
  await board.set('Part in the purchase', 'Economic buyer')
  await board.add('layer', 'Team')
  await board.add('role', 'Handler')
  await board.set('Part in the purchase', 'Handler')
  await board.add('layer', 'Management')
  await board.add('role', 'Approver')
  await board.set('Part in the purchase', 'Decider')

  await board.addPart('Need stated', 'element', 'Inquiry received')
  await board.setAll('Disclosed by', ['Handler'])
  await board.addPart('Need stated', 'action', 'Visit the handler')
  await board.setAll('Brings', ['Inquiry received'])
  await board.addPart('Budget confirmed', 'element', 'Budget')
  await board.set('Kind of value', 'Amount of money')
  await board.setAll('Disclosed by', ['Head of finance'])
  await board.addPart('Budget confirmed', 'action', 'Meet the head of finance')
  await board.setAll('Brings', ['Budget'])

  await board.addPart('Purchase approved', 'commitment', 'Approves the purchase')
  await expect.poll(findings).toBe('Checks: 1 error')
  await board.followFinding('Approves the purchase')
  await board.set('Given by', 'Approver')
  await board.addPart('Contract signed', 'element', 'Signed contract')
  await board.setAll('Disclosed by', ['Approver'])
  await board.addPart('Contract signed', 'action', 'Bring the contract to signature')
  await board.setAll('Brings', ['Signed contract'])
  await board.due('0.25', 'minutes')

  await board.add('department', 'Legal')
  await board.add('department', 'Finance')
  await board.addPart('Purchase approved', 'support', 'Review of the terms')
  await board.set('Department', 'Legal')
  await board.condition('Called when', 'Amount', 'is more than', '25000')
  await board.toggle('Approval needed')
  await board.addPart('Purchase approved', 'support', 'Credit check')
  await board.set('Department', 'Finance')

  await board.add('objection type', 'Price')
  await board.addStep('Show the cost of doing nothing')
  await board.toggle('Holds its stage')
  await expect.poll(findings).toBe('Checks: No findings')
}
