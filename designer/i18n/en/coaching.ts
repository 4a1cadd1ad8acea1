export const coaching = {
  add: 'Coach or mark as best practice',
  kind: { coaching: 'Note to the seller', 'best-practice': 'Best practice' },
  kindLabel: 'What it is',
  text: 'What is to be learnt',
  textMissing: 'Say it in a sentence or two',
  stage: 'An example for the stage',
  stageMissing: 'Choose the stage',
  said: { coaching: '{{name}} to the seller', 'best-practice': 'Best practice, says {{name}}' },
  example: '{{kind}} by {{seller}}',
  examples: 'Best practice at this stage',
}
