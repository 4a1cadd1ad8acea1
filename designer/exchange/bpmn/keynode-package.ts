/**
 * Keynode's own element in BPMN files: the whole drawing, as JSON. Other tools keep it and need not understand it, so that
 * what BPMN has no word for comes back.
 */
export const keynodePackage = {
  name: 'Keynode',
  prefix: 'keynode',
  uri: 'urn:keynode:bpmn:1',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Drawing',
      superClass: ['Element'],
      properties: [{ name: 'json', isBody: true, type: 'String' }],
    },
  ],
}
