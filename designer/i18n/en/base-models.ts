export const baseModels = {
  title: 'Base models',
  hint: 'What your segments have in common. Each segment draws only what it does otherwise.',
  new: 'New base model',
  create: 'Create base model',
  empty: 'No base model yet',
  emptyHint:
    'Where several segments buy much alike, draw what they have in common once. A change to it can then be taken over by each of them, and what a segment does otherwise stays its own.',
  open: 'Open the drawing of {{name}}',
  restingOnIt: 'Segments that rest on it',
  none: 'None yet',
  current: 'on version {{version}}',
  behind: 'still on version {{version}}',
  nameMissing: 'Give the base model a name',
  namePlaceholder: 'For example: How companies buy',
  fromHint: 'A copy: the original stays as it is.',
  fromSegment: 'A copy of a segment’s drawing',
  fromLibrary: 'A model that comes with Keynode',
}
