import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const require = createRequire(import.meta.url)

/** OID of PostgreSQL's internal type "char", which the adapter does not know and the schema engine reads. */
const internalChar = 18
const bpchar = 1042

/**
 * The SQL that a database lacks to be what schema.prisma says; empty where they agree. Runs Prisma's own schema engine in
 * its WebAssembly build, since the native one has to be downloaded.
 */
export async function schemaDrift(url: string, schemaFile: string): Promise<string> {
  const content = readFileSync(schemaFile, 'utf8')
  const pool = new pg.Pool({ connectionString: url })
  try {
    const engine = await loadEngine(pool, schemaFile, content)
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [{ path: schemaFile, content }], configDir: dirname(schemaFile) },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    })
    return withoutComments(stdout ?? '')
  } finally {
    await pool.end()
  }
}

type Engine = { diff(params: object): Promise<{ stdout: string | null }> }

async function loadEngine(pool: pg.Pool, path: string, content: string): Promise<Engine> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const instance = await WebAssembly.instantiate(await WebAssembly.compile(readFileSync(wasm)), {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start()
  const factory = new PrismaPg(pool)
  const connect = async () => withInternalChar(await factory.connect())
  const adapters = {
    provider: 'postgres' as const,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: connect,
  }
  return bindings.SchemaEngine.new(
    { datamodels: [[path, content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapters),
  )
}

function withInternalChar<Connection>(connection: Connection): Connection {
  const queryable = Object.getPrototypeOf(Object.getPrototypeOf(connection))
  const performIO = queryable.performIO
  queryable.performIO = async function (...args: unknown[]) {
    const result = await performIO.apply(this, args)
    for (const field of result.fields ?? []) if (field.dataTypeID === internalChar) field.dataTypeID = bpchar
    return result
  }
  return connection
}

const withoutComments = (sql: string): string =>
  sql
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('--'))
    .join('\n')
