export type PromotionInput = { promotionId: string }

/** The activity that makes the next leads of a promotion deals; `left` is how many still wait. */
export type PromoteSome = (promotionId: string) => Promise<{ left: number }>

export const promotionWorkflow = 'promoteLeads'
export const promotionWorkflowId = (promotionId: string): string => `promotion/${promotionId}`
