import type { Bpmn } from './bpmn.ts'
import { keynodePackage } from './keynode-package.ts'

/** Bytes. The picture and other tools' settings make a BPMN file many times as large as what is read of it. */
const largestBpmn = 4_000_000

export type BpmnFault = { kind: 'too-large' | 'has-doctype' | 'not-xml' | 'not-bpmn'; why: string }
export type ParsedBpmn = { definitions: Bpmn; warnings: string[] }

/**
 * Parses a file as BPMN 2.0 XML, in the encoding that it names. A file with a document type declaration is refused: no
 * BPMN has one, and it is what entity attacks begin with. The parser itself expands none.
 */
export async function parseBpmn(file: Uint8Array): Promise<ParsedBpmn | { fault: BpmnFault }> {
  if (file.length > largestBpmn) return { fault: { kind: 'too-large', why: '' } }
  const { BpmnModdle } = await import('bpmn-moddle')
  try {
    const text = withoutDeclaration(decoded(file))
    if (/<!(DOCTYPE|ENTITY)/i.test(text.slice(0, text.search(/<[\w]/))))
      return { fault: { kind: 'has-doctype', why: '' } }
    const { rootElement, warnings } = await new BpmnModdle({ keynode: keynodePackage }).fromXML(text)
    return { definitions: rootElement, warnings: warnings.map(({ message }) => message) }
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    return {
      fault: { kind: why.includes('failed to parse document as <bpmn:Definitions>') ? 'not-bpmn' : 'not-xml', why },
    }
  }
}

/** The text of an XML file: by its byte order mark, else by the encoding that its declaration names, else UTF-8. */
function decoded(file: Uint8Array): string {
  const [first, second] = file
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(file)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(file)
  const start = new TextDecoder('latin1').decode(file.subarray(0, 200))
  const [, named = 'utf-8'] = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(start) ?? []
  return new TextDecoder(named).decode(file)
}

/** What is text by now has no encoding any more. */
const withoutDeclaration = (text: string): string => text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '')
