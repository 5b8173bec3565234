/** A head that goes on for longer is judged by its beginning. */
const LONGEST_HEAD = 50_000
/** The line that a mailbox file sets before each message. */
const ENVELOPE = /^From \S+ .{0,80}\d\d:\d\d.{0,40}$/
const FIELD = /^([!-9;-~]{1,100}):(.*)$/
const ADDRESS = /[^\s<>@]@[^\s<>@]/

/** What a field must say to be one of a message; the words of a memorandum say something else. */
const PROOF: readonly (readonly [string, RegExp])[] = [
  ['Date', /^\s*(?:[a-z]{3},?\s+)?\d{1,2}[\s-][a-z]{3}[\s-]\d{2,4}\s+\d{1,2}:\d{2}/i],
  ['Message-ID', /<[^\s<>]+>/],
  ['Received', /\b(?:from|by)\s+\S+/i],
  ['MIME-Version', /^\s*1\.0/],
  ['Subject', /^/],
  ['To', /^/],
]

/**
 * Whether a text is a message as it was sent: it begins with header fields and has a blank line after them, and among
 * them is a sender with an address, and one more field that every message has.
 */
export const looksLikeEmail = (text: string): boolean => {
  const fields = headFields(text)
  if (fields && isSavedPage(name => fields.get(name) ?? '')) return true
  if (!fields || !ADDRESS.test(fields.get('from') ?? '')) return false
  // "Sent" is what programs that print a message write instead of "Date".
  if (fields.has('sent')) return false
  return PROOF.some(([name, form]) => {
    const value = fields.get(name.toLowerCase())
    return value !== undefined && form.test(value)
  })
}

/** Whether the head of a message is that of a page which a browser has saved with its parts (MHTML), by its fields. */
export const isSavedPage = (field: (name: string) => string): boolean =>
  /^\s*multipart\/related\b/i.test(field('content-type')) &&
  (field('snapshot-content-location') !== '' || /^\s*<?saved by\b/i.test(field('from')))

/** The fields that a text begins with, by name in lower case; null where it begins with something else. */
const headFields = (text: string): ReadonlyMap<string, string> | null => {
  const lines = text
    .slice(0, LONGEST_HEAD)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
  if (ENVELOPE.test(lines[0] ?? '')) lines.shift()
  const fields = new Map<string, string>()
  let name = ''
  for (const line of lines) {
    if (line === '') return fields
    const field = FIELD.exec(line)
    if (/^[ \t]/.test(line) && name !== '') fields.set(name, `${fields.get(name)} ${line.trim()}`)
    else if (!field?.[1] || isShouted(field[1]))
      return text.length > LONGEST_HEAD && line === lines.at(-1) ? fields : null
    else {
      name = field[1].toLowerCase()
      if (!fields.has(name)) fields.set(name, field[2] ?? '')
    }
  }
  return fields
}

/** "FROM" and "SUBJECT" are the manner of a memorandum. */
const isShouted = (name: string): boolean => /^(?:FROM|SUBJECT)$/.test(name)
