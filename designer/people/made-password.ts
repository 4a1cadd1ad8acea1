/** No letters or digits that look like one another: passwords are read aloud. */
const alphabet = 'abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ234679'

/** A password of 14 random characters, in groups that can be read aloud: about 79 bits. */
export function madePassword(): string {
  const letters: string[] = []
  while (letters.length < 14) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    // Beyond the last whole multiple of the alphabet some letters would come more often.
    const letter = byte < 256 - (256 % alphabet.length) ? alphabet[byte % alphabet.length] : undefined
    if (letter) letters.push(letter)
  }
  return letters.join('').replace(/^(.{5})(.{5})/, '$1-$2-')
}
