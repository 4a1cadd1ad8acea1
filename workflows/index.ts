export { deal } from './deal.ts'
