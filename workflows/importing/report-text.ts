import { type Decision, type Decisions, type NoteKind, type Unfit, unfitSentence } from './decide-rows.ts'
import { noteMeanings } from './report-lines.ts'
import { countOf, type Standings } from './standing.ts'

export type ReportFrame = {
  segment: string
  version: number
  /** Opened by earlier runs of the same import. */
  openedBefore: number
  /** People whom imports have made and who cannot sign in yet. */
  withoutPassword: { reps: number; managers: number }
  /** Where nothing is done: what would be. */
  dryRun: boolean
}

export const figure = (count: number): string => count.toLocaleString('en')
const counted = (count: number, one: string, many = `${one}s`): string => `${figure(count)} ${count === 1 ? one : many}`
/** Kinds of misfit that the screen lists; the rest of them are in the file. */
const listed = 8

/** The report on the screen: every row in one of its counts, then what did not fit, in sums. */
export function reportText(decisions: Decisions, standings: Standings, frame: ReportFrame): string {
  const sections = [
    [`${decisions.file} → “${frame.segment}”, on version ${frame.version} of its model`],
    countLines(decisions, standings, frame),
    misfitLines(decisions),
    factLines(decisions),
    peopleLines(frame),
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function countLines({ rows }: Decisions, standings: Standings, { openedBefore, dryRun }: ReportFrame): string[] {
  const count = (status: Parameters<typeof countOf>[1]) => countOf(standings, status)
  const opened = count('opened')
  const counts: [number, string][] = [
    [dryRun ? count('pending') : opened - openedBefore, dryRun ? 'would be opened' : 'opened'],
    [openedBefore, 'opened by an earlier run of this import'],
    [count('known'), 'here already from another import, and left as they are'],
    [count('failed'), 'not opened; run the command again to try them again'],
    [dryRun ? 0 : count('pending'), 'not opened yet'],
    [count('closed'), `closed (${stagesOf(rows)}), for which nothing is started`],
    [count('refused'), 'refused'],
  ]
  const shown = counts.filter(([n], place) => n > 0 || place === 0)
  const width = figure(rows.length).length
  return [
    ...shown.map(([n, what]) => `  ${figure(n).padStart(width)}  ${what}`),
    `  ${'─'.repeat(width)}`,
    `  ${figure(shown.reduce((sum, [n]) => sum + n, 0)).padStart(width)}  of ${counted(rows.length, 'row')} in the file`,
  ]
}

function stagesOf(rows: Decision[]): string {
  const stages = tally(rows.flatMap((row) => (row.is === 'closed' ? [row.stage] : [])))
  return stages.map(([stage, n]) => `${figure(n)} ${stage}`).join(', ')
}

function misfitLines({ rows, faults }: Decisions): string[] {
  const notes = rows.flatMap((row) => row.notes.map(({ kind, why }) => ({ kind, why, open: row.is === 'open' })))
  const kinds = [...new Set(notes.map(({ kind }) => kind))]
  const refusals = tally(rows.flatMap((row) => (row.is === 'refused' ? [row.why] : [])))
  const lines = [
    ...refusals.slice(0, listed).map(([why, n]) => `  ${counted(n, 'row')} refused: ${why}`),
    ...more(refusals.length - listed, 'reason'),
    ...kinds.flatMap((kind) =>
      noteLines(
        kind,
        notes.filter((note) => note.kind === kind),
      ),
    ),
    ...faults.slice(0, listed).map(({ file, line, id, why }) => `  ${file}, line ${line}${id && ` (${id})`}: ${why}`),
    ...more(faults.length - listed, 'line'),
  ]
  return lines.length > 0 ? ['What did not fit:', ...lines] : []
}

function noteLines(kind: NoteKind, notes: { why: string; open: boolean }[]): string[] {
  const { what, outcome } = noteMeanings[kind]
  const open = notes.filter((note) => note.open).length
  const spellings = tally(notes.map(({ why }) => why))
  const [only] = spellings
  return [
    `  ${what}: ${counted(notes.length, 'row')}, of which ${counted(open, 'open deal')}${open > 0 ? `, ${outcome}` : ''}`,
    ...(spellings.length === 1 && only?.[0].startsWith('it has')
      ? []
      : spellings.slice(0, listed).map(([why, n]) => `    ${why} (${counted(n, 'row')})`)),
    ...more(spellings.length - listed, 'spelling'),
  ]
}

function factLines({ rows, sources, columnsLeft }: Decisions): string[] {
  const open = rows.flatMap((row) => (row.is === 'open' ? [row] : []))
  const filled = tally(open.flatMap(({ deal }) => deal.observations.map(({ fact }) => fact)))
  const unfit = tally(open.flatMap((row) => row.unfit.map((one) => JSON.stringify(one))))
  const lines = [
    ...filled.map(([fact, n]) => `  ${fact}${columnsFor(sources, fact)}: ${counted(n, 'deal')}`),
    ...unfit
      .slice(0, listed)
      .map(([one, n]) => `  ${unfitSentence(JSON.parse(one) as Unfit, sources)} (${counted(n, 'deal')})`),
    ...more(unfit.length - listed, 'value'),
    ...(columnsLeft.length > 0 ? [`  not carried over: the columns ${columnsLeft.join(', ')}`] : []),
  ]
  return lines.length > 0 ? ['Facts of the model that the files fill:', ...lines] : []
}

function columnsFor(sources: Decisions['sources'], fact: string): string {
  const source = sources.find((one) => one.fact === fact)
  return source ? ` from ${source.columns.join(', else ')}` : ' by the stage'
}

function peopleLines({ withoutPassword: { reps, managers } }: ReportFrame): string[] {
  if (reps + managers === 0) return []
  return [
    `${counted(reps, 'rep')} and ${counted(managers, 'manager')} whom an import made cannot sign in yet: an admin gives each a password`,
    'on the page of people, where their addresses stand too.',
  ]
}

const more = (count: number, what: string): string[] =>
  count > 0 ? [`    … and ${counted(count, `more ${what}`)}, in the file`] : []

/** How often each text stands there, most often first. */
function tally(texts: string[]): [text: string, count: number][] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}
