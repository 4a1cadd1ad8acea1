import { fileTypeFromBuffer } from 'file-type'

/** What can be brought to a deal, by what `file-type` calls it, with the endings that such a file goes by. */
const endings: Record<string, string[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  odt: ['odt'],
  ods: ['ods'],
  odp: ['odp'],
  rtf: ['rtf'],
  /** What Office and Outlook wrote before 2007, and write of mails still. */
  cfb: ['doc', 'xls', 'ppt', 'msg'],
  jpg: ['jpg', 'jpeg'],
  png: ['png'],
  gif: ['gif'],
  webp: ['webp'],
  heic: ['heic', 'heif'],
  tif: ['tif', 'tiff'],
  mp3: ['mp3'],
  m4a: ['m4a'],
  aac: ['aac'],
  amr: ['amr'],
  wav: ['wav'],
  mp4: ['mp4'],
  mov: ['mov'],
  zip: ['zip'],
  ics: ['ics'],
  vcf: ['vcf'],
}
const plainText = ['txt', 'csv', 'md', 'eml', 'json']

/** The endings of a file by its content, whatever its name says; undefined for what may not be brought to a deal. */
export async function endingsOf(bytes: Uint8Array): Promise<string[] | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return endings[found.ext]
  return isText(bytes) ? plainText : undefined
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
