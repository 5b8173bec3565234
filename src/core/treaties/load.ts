import type { JSONPath } from 'jsonc-parser'
import { type Day, OPERATORS, type Operation } from '../calendar/index.ts'
import type { Problem } from '../evidence/index.ts'
import type { Iso3 } from '../states/index.ts'
import {
  dayText,
  type JsonFile,
  list,
  number,
  object,
  type Reader,
  readJson,
  text,
  truth,
  word,
  wrong,
} from './json.ts'
import { unsound } from './sound.ts'
import {
  ACT_KINDS,
  EFFECTS_OF_TREATY,
  type GeneralRule,
  type LateRule,
  type NotBefore,
  type Rule,
  type Treaty,
  type TreatyId,
} from './treaty.ts'

const confidence = word('high', 'medium')
const kinds = list(word(...ACT_KINDS))
const iso3: Reader<Iso3> = (value, path, json) => text(value, path, json) as Iso3 | undefined
const operator = { op: word(...OPERATORS) }

interface Written {
  readonly op: (typeof OPERATORS)[number]
  readonly n?: number
}

/** The operation as written; every operator but `onDate` needs its number. */
const operationOf = ({ op, n }: Written, path: JSONPath, json: JsonFile): Operation | undefined => {
  if (op === 'onDate')
    return n === undefined ? { op } : wrong(json, path, `The operator ${op} takes no n.`, 'Remove "n".')
  return n === undefined ? wrong(json, path, `The operator ${op} needs a number n.`, 'Add "n".') : { op, n }
}

const operation: Reader<Operation> = (value, path, json) => {
  const read = object(operator, { n: number })(value, path, json)
  return read && operationOf(read, path, json)
}

const rule: Reader<Rule> = (value, path, json) => {
  const read = object({ ...operator, art: text }, { n: number })(value, path, json)
  const made = read && operationOf(read, path, json)
  return read && made && { ...made, art: read.art }
}

const notBefore: Reader<NotBefore> = (value, path, json) => {
  const read = object({ ...operator, art: text, of: word('openedForSignature') }, { n: number })(
    value,
    path,
    json,
  )
  const made = read && operationOf(read, path, json)
  return read && made && { ...made, art: read.art, of: read.of }
}

const generalRule: Reader<GeneralRule> = (value, path, json) => {
  const read = object({ ...operator, art: text }, { n: number, notBefore })(value, path, json)
  const made = read && operationOf(read, path, json)
  return read && made && { ...made, art: read.art, ...(read.notBefore && { notBefore: read.notBefore }) }
}

const lateRule: Reader<LateRule> = (value, path, json) => {
  const when = word('depositAfterThresholdDate', 'depositAfterEntryIntoForce')
  const read = object({ ...operator, art: text, when }, { n: number })(value, path, json)
  const made = read && operationOf(read, path, json)
  return read && made && { ...made, art: read.art, when: read.when }
}

const entryIntoForce = object(
  {},
  {
    threshold: object({ count: number, kinds, art: text }, { required: list(iso3) }),
    general: generalRule,
    late: lateRule,
    note: text,
  },
)

const withdrawal = object(
  {
    rule,
    clock: word('receiptByDepositary', 'notice'),
    noticeArt: text,
    notify: list(text),
    reasons: word('full', 'extraordinary-events', 'optional', 'none'),
  },
  {
    laterDateInNotice: truth,
    conflict: object(
      {
        test: word('engagedInArmedConflict', 'partyToArmedConflict', 'armedConflictOrOccupation'),
        art: text,
        says: text,
      },
      {},
    ),
    survival: text,
  },
)

const signatureEnd: Reader<'entryIntoForce' | Day> = (value, path, json) =>
  value === 'entryIntoForce' ? 'entryIntoForce' : dayText(value, path, json)

const arithmetic = object(
  {
    consent: object(
      { kinds, art: text },
      { accession: object({ art: text }, { onlyAfterEntryIntoForce: truth }) },
    ),
    entryIntoForce,
    reservations: object({ allowed: word('none', 'annexes', 'compatible', 'general-law') }, { art: text }),
  },
  {
    signature: object({ art: text }, { from: dayText, until: signatureEnd }),
    provisional: object({ articles: text, declaredAt: list(word('signature', 'deposit')), art: text }, {}),
    withdrawal,
  },
)

const deadline = object(
  { id: text, art: text, what: text, from: word('entryIntoForce', 'endOfActiveHostilities') },
  {
    rule: operation,
    annual: object({ on: text, firstAfter: text }, {}),
    extension: object({ years: number, art: text }, { note: text }),
  },
)

const treaty = object(
  {
    id: text,
    title: text,
    names: list(text),
    abbreviations: list(text),
    misnomers: list(object({ text, note: text }, {})),
    does: word(...EFFECTS_OF_TREATY),
    about: text,
    adopted: object({ day: dayText, place: text }, { by: text }),
    depositaries: list(text),
    cite: text,
    arithmetic,
    deadlines: list(deadline),
    provisions: list(object({ art: text, says: text, confidence, source: text }, {})),
    checked: object({ through: dayText, complete: truth, note: text }, {}),
    verification: text,
  },
  {
    subjects: list(text),
    articles: number,
    partOf: object({ treaty: text }, { denouncedWithIt: text }),
    opened: object({ day: dayText, place: text }, {}),
    inForce: object({ day: dayText, source: text }, { thresholdReached: dayText }),
    untc: text,
  },
)

/** A treaty of the right shape that also makes sense; what does not is noted where it stands. */
const soundTreaty: Reader<Treaty> = (value, path, json) => {
  const read = treaty(value, path, json)
  if (!read) return undefined
  const whole: Treaty = { ...read, id: read.id as TreatyId }
  for (const { path: at, message, wayOut } of unsound(whole)) wrong(json, [...path, ...at], message, wayOut)
  return whole
}

/**
 * Reads a pack's `treaty.json` strictly: an unknown, missing or repeated key is a problem with its line, and so is
 * what no treaty can mean. A treaty with a problem is not given.
 */
export const loadTreaty = (
  file: string,
  source: string,
): { readonly treaty?: Treaty; readonly problems: readonly Problem[] } => {
  const { value, problems } = readJson(file, source, soundTreaty)
  return { ...(value && { treaty: value }), problems }
}
