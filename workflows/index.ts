export { assignWaiting } from './assign-waiting.ts'
export { deal } from './deal.ts'
export { importDeals } from './import-deals.ts'
export { moveDeals } from './move-deals.ts'
