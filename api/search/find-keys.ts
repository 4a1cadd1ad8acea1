import { type Db, Prisma } from '../../prisma/client.ts'
import { mostCounted } from './contract.ts'
import type { Wanted } from './wanted.ts'

const { sql, join } = Prisma

/** Rows that can be found by a text of theirs. */
export type Source = {
  /** The columns that tell a row from others, and those of `order`, by the names that they are to have. */
  key: Prisma.Sql
  from: Prisma.Sql
  /** Whose rows somebody may see. */
  within: Prisma.Sql
  /** A condition that an index answers, and that every row meets whose text holds a word. */
  mayHold(word: string): Prisma.Sql
  text: Prisma.Sql
  /** What comes first among rows that fit as well. */
  order: Prisma.Sql
}

export type FoundKeys<Key> = { keys: Key[]; count: number }

/** That a text has all grams of a word. It has to be written as its index has it. */
export const hasGrams = (text: Prisma.Sql, word: string): Prisma.Sql =>
  sql`"search_grams"(${text}) @> "search_needs"(${word})`

/** That a text holds a word, beside `hasGrams`; of one or two characters the grams say it all. */
export const holdsWord = (text: Prisma.Sql, word: string): Prisma.Sql =>
  [...word].length > 2 ? sql`strpos("search_text"(' ' || ${text}), "search_text"(${word})) > 0` : sql`TRUE`

const shown = 6

/**
 * The keys of the rows whose texts fit best, and how many rows there are, counted up to `mostCounted`. Where there are more,
 * those that begin a word so come before those that the index happens to hold first. A text of one or two characters is held
 * by so many that these are asked for first, and are mostly all that has to be.
 */
export async function findKeys<Key>(db: Db, source: Source, wanted: Wanted): Promise<FoundKeys<Key>> {
  const askBegun = () =>
    best<Key>(
      db,
      source,
      wanted,
      wanted.words.map((word) => ` ${word}`),
    )
  const isShort = wanted.words.every((word) => [...word].length <= 2)
  const early = isShort ? await askBegun() : undefined
  if (early && early.count >= mostCounted) return early
  const found = await best<Key>(db, source, wanted, wanted.words)
  if (found.count < mostCounted) return found
  const { keys } = early ?? (await askBegun())
  return keys.length > 0 ? { ...found, keys } : found
}

async function best<Key>(db: Db, source: Source, { phrase }: Wanted, words: string[]): Promise<FoundKeys<Key>> {
  const rows = await db.$queryRaw<(Key & { count: number })[]>(bestFitting(source, { phrase, words }))
  return { keys: rows, count: rows[0]?.count ?? 0 }
}

/** Of what may be seen and holds the words, as many as are counted, and of these the ones that fit best. */
export function bestFitting(
  { key, from, within, mayHold, text, order }: Source,
  { phrase, words }: Wanted,
): Prisma.Sql {
  const held = words.flatMap((word) => [mayHold(word), holdsWord(text, word)])
  return sql`
    SELECT *, (count(*) OVER ())::INTEGER AS "count" FROM (
      SELECT ${key}, "search_text"(${text}) AS "plain" FROM ${from}
      WHERE ${within} AND ${join(held, ' AND ')} LIMIT ${mostCounted}
    ) AS "found"
    ORDER BY CASE WHEN starts_with("plain", "search_text"(${phrase})) THEN 0
      WHEN strpos("plain", "search_text"(${` ${phrase}`})) > 0 THEN 1
      WHEN strpos("plain", "search_text"(${phrase})) > 0 THEN 2 ELSE 3 END, ${order}
    LIMIT ${shown}`
}

/** Rows in the order of their keys; one that is gone since it was found is left out. */
export const inOrder = <Key, Row>(keys: Key[], rows: Row[], isOf: (key: Key, row: Row) => boolean): Row[] =>
  keys.flatMap((key) => rows.find((row) => isOf(key, row)) ?? [])
