import { runningProduct } from './running-product.ts'

// Starts the product as a test run does, with the settings given, and waits to be killed.
await runningProduct(JSON.parse(process.argv[2] ?? '{}'))
console.log('The product is up')
setInterval(() => undefined, 60_000)
