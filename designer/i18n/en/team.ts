export const team = {
  title: 'Team: {{name}}',
  hint: 'Who has what, and by when. What you have, nobody has or you stand in for, you can hand over from here.',
  unheld: 'With nobody yet',
  you: '(you)',
  open: 'open',
  openOf: 'open, of {{count}} at once',
  away: 'away {{days}}',
  willBeAway: 'will be away {{days}}',
  most: 'Shown are the {{shown}} most urgent, of {{count}}. The queue has the others.',
  handOver: 'Hand over “{{request}}” of {{deal}}',
}
