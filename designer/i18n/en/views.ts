export const views = {
  title: 'Views',
  none: 'Filter and sort the list as you like it, and keep that under a name.',
  name: 'Name of this view',
  save: 'Save',
  replace: 'Replace',
  rename: 'Rename “{{name}}”',
  delete: 'Delete “{{name}}”',
  deleteSure: 'Delete the view “{{name}}”?',
  default: 'Open the list with “{{name}}”',
}
