export type Cells = (string | number)[]
export type Column<Row> = [title: string, tell: (row: Row) => string | number | null]

/** Each line of a list as the cells of a table: by column, in the order of the columns. */
export async function* table<Row>(rows: AsyncIterable<Row>, columns: Column<Row>[]): AsyncGenerator<Cells> {
  yield columns.map(([title]) => title)
  for await (const row of rows) yield columns.map(([, tell]): Cells[number] => tell(row) ?? '')
}
