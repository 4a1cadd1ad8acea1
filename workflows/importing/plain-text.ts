/** Spreadsheets take a text that begins with one of these for a formula (OWASP, CSV injection); apostrophes before it are ours. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

/** A text as a cell that no spreadsheet runs: one that would be a formula gets an apostrophe in front. */
export const asPlainText = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** The text of a cell that `asPlainText` made. */
export const fromPlainText = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
