export { deal } from './deal.ts'
export { importDeals } from './import-deals.ts'
