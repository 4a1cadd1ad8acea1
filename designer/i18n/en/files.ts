export const files = {
  choose: 'Add files',
  drop: 'or drop them here',
  chooseFor: 'Add files: {{subject}}',
  list: 'Files',
  sending: 'Sending {{name}} …',
  tooLarge: '{{name}} is larger than {{limit}}. Bring a smaller one, or write down a link.',
  tooMany: 'No more than {{count}} files at one place.',
  failed: '{{name}}: {{why}}',
  takeOut: 'Take out {{name}}',
}
