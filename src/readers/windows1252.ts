/** What Windows-1252 has at 0x80 to 0x9F; the five bytes without a meaning stay control characters. */
const UPPER =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

const CODES = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? UPPER.charCodeAt(byte - 0x80) : byte,
)

const PIECE = 16_384

/**
 * Decodes Windows-1252, one UTF-16 unit a byte. The decoder of some versions of Node reads 0x80 to 0x9F as Latin-1,
 * which loses quotation marks and dashes.
 */
export const textOf1252 = (bytes: Uint8Array): string => {
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += PIECE)
    pieces.push(
      String.fromCharCode(
        ...Uint16Array.from(bytes.subarray(from, from + PIECE), byte => CODES[byte] ?? byte),
      ),
    )
  return pieces.join('')
}
