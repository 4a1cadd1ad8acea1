import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
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
    const engine = await engineOver(pool, schemaFile, content)
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

let loaded: Promise<Bindings> | undefined
type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')

/** The engine's module holds one instance for all, so it is made once. */
async function load(): Promise<Bindings> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const instance = await WebAssembly.instantiate(await WebAssembly.compile(readFileSync(wasm)), {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start()
  return bindings
}

async function engineOver(pool: pg.Pool, path: string, content: string): Promise<Engine> {
  loaded ??= load()
  const bindings = await loaded
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

/** Lets a connection read "char" as the character that the schema engine takes it for. */
function withInternalChar<Connection>(connection: Connection): Connection {
  const { performIO, queryRaw } = Object.getPrototypeOf(Object.getPrototypeOf(connection))
  const characters = new WeakMap<object, number[]>()
  return Object.assign(connection as object, {
    async performIO(query: unknown) {
      const result = await performIO.call(connection, query)
      const fields: { dataTypeID: number }[] = result.fields ?? []
      const places = [...fields.keys()].filter((n) => fields[n]?.dataTypeID === internalChar)
      for (const n of places) Object.assign(fields[n] ?? {}, { dataTypeID: bpchar })
      characters.set(result.rows, places)
      return result
    },
    async queryRaw(query: unknown) {
      const result = await queryRaw.call(connection, query)
      for (const n of characters.get(result.rows) ?? []) result.columnTypes[n] = ColumnTypeEnum.Character
      return result
    },
  }) as Connection
}

const withoutComments = (sql: string): string =>
  sql
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('--'))
    .join('\n')
