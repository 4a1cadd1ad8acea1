/** Who may import whom: ARCHITECTURE.md, line for line. */
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'engine-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^engine/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(designer|workflows|api|prisma|launch|tests|bench)/' },
    },
    {
      name: 'engine-uses-four-packages',
      severity: 'error',
      from: { path: '^engine/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules', pathNot: 'node_modules/(zod|json-rules-engine|@noble/hashes|temporal-polyfill)/' },
    },
    {
      name: 'only-evaluate-asks-the-rules-library',
      severity: 'error',
      from: { pathNot: '^engine/evaluate/|\\.test\\.ts$' },
      to: { path: 'node_modules/json-rules-engine/' },
    },
    {
      name: 'engine-has-two-doors',
      severity: 'error',
      from: { path: '^(designer|workflows|api|launch|bench)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^engine/', pathNot: '^engine/(index|deal/index)\\.ts$|^engine/library/' },
    },
    {
      name: 'workflow-functions-carry-no-rules-and-no-database',
      severity: 'error',
      from: {
        path: '^workflows/(deal|refuse-unstorable|import-deals|move-deals|assign-waiting|deliver-notices|rounds|contract|import-contract|rounds-contract|move-contract|promote-leads|promotion-contract|index)\\.ts$',
      },
      to: { path: '^(engine/index|prisma/|workflows/activities/)' },
    },
    {
      name: 'designer-reaches-engine-and-contracts-only',
      severity: 'error',
      from: { path: '^designer/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(workflows|prisma|launch|tests|bench|api)/', pathNot: '^api/.*contract\\.ts$' },
    },
    {
      name: 'api-speaks-to-workflows-through-the-client',
      severity: 'error',
      from: { path: '^api/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^workflows/',
        pathNot:
          '^workflows/(contract|deals-client|moves-client|batches-client|promotions-client|open-deal)\\.ts$|^workflows/importing/(table|read-table|read-workbook|plain-text|write-csv|as-value)\\.ts$|^workflows/holidays/with-holidays\\.ts$|^workflows/webhooks/public-address\\.ts$|^workflows/mail/unsubscribe-link\\.ts$',
      },
    },
    {
      name: 'code-imports-no-test',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$|^tests/' },
      to: { path: '\\.test\\.tsx?$|^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(prisma/generated|dist)/' },
  },
}
