import type { Expression } from './expressions.ts'

/**
 * Expressions that take polynomial time on some text, but are only run on text of bounded length; `begins` is the
 * beginning of the expression, `reason` the bound. One without a bound does not belong here: mend it.
 */
export const ACCEPTED: readonly {
  readonly file: string
  readonly begins: string
  readonly reason: string
}[] = [
  {
    file: 'src/core/documents/bylines.ts',
    begins: '["<,].*$',
    reason: 'a line holds no line end, so the rest of it always matches',
  },
  {
    file: 'src/core/documents/signatures.ts',
    begins: '^(?:\\((?:signed',
    reason: 'a line holds no line end, so the rest of it always matches',
  },
  {
    file: 'src/core/documents/cable/body.ts',
    begins: '(?:^|[\\n.:]\\s*(?:--?',
    reason: 'run on six characters',
  },
  {
    file: 'src/core/documents/cable/index.ts',
    begins: '\\d{3,}$',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/cable/labels.ts',
    begins: '(\\d+)\\D*$',
    reason: 'a label is read from the first 90 characters of a line',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '(?:DECL(?:ASSIFY)?',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '^[\\s:,]*(\\S.*)$',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '\\s+TAGS\\b',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '\\(([^)]*)\\)',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '[\\s,;.¶]*$',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/routing.ts',
    begins: '^(.*?)[ -]*0*(\\d+)$',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/cable/routing.ts',
    begins: '^(?:(?:TO|INFO|XMT',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/cable/routing.ts',
    begins: '\\bFrom (?:the )?(.+?) to ',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/cable/routing.ts',
    begins: '^(?:FM|FROM|From) ',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/forms.ts',
    begins: '[a-z]{3,}[^.]*\\.$',
    reason: 'run on lines of at most 130 characters',
  },
  {
    file: 'src/core/documents/forms.ts',
    begins: '[a-z]{3,}\\.$',
    reason: 'run on lines of at most 220 characters',
  },
  {
    file: 'src/core/documents/furniture.ts',
    begins: '^[\\s>*',
    reason: 'run on lines of at most 330 characters',
  },
  {
    file: 'src/core/documents/lexicon.ts',
    begins: '^((?:\\S+ ){8,}?',
    reason: 'run on names from our own data',
  },
  {
    file: 'src/core/documents/lexicon.ts',
    begins: '\\s*\\([^()]*\\)$',
    reason: 'run on names from our own data',
  },
  {
    file: 'src/core/documents/kindforms.ts',
    begins: '^\\s*(?:###',
    reason: 'run on the first 6000 characters at most',
  },
  {
    file: 'src/core/documents/pages.ts',
    begins: '^(\\d{1,5})(?: {2,}',
    reason: 'run on lines of at most 140 characters',
  },
  {
    file: 'src/core/documents/states.ts',
    begins: '\\S*$',
    reason: 'run on 120 characters',
  },
  {
    file: 'src/core/documents/titleforms.ts',
    begins: '\\s*\\((?:(?:19',
    reason: 'run on lines of at most 260 characters',
  },
  {
    file: 'src/readers/html-stated.ts',
    begins: ' *(?:[|•·»–—]| - ) *',
    reason: 'blanks are made single in a title, and 2 to 40 characters may follow',
  },
  {
    file: 'src/readers/markdown.ts',
    begins: '^\\s+-\\s+(.*)$',
    reason: 'run on front matter of at most 8000 characters',
  },
  {
    file: 'src/readers/markdown.ts',
    begins: '^([A-Za-z_-]+):',
    reason: 'run on front matter of at most 8000 characters',
  },
  {
    file: 'src/readers/pdf-hyphens.ts',
    begins: '([\\p{L}\\p{M}',
    reason: 'run on the last 100 characters of a line',
  },
  {
    file: 'src/readers/pdf-roles.ts',
    begins: '^\\S+\\s*[\\d.]+',
    reason: 'run on 60 characters',
  },
  {
    file: 'src/core/documents/cable/scan.ts',
    begins: '^(?:[A-Z] ){5,}|\\d{4,}$',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/cable/scan.ts',
    begins: '^FM +(?:[A-Z]{2}|',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/cable/body.ts',
    begins: ' ?(?:#{2,}|',
    reason: 'run on a line of at most 80 characters',
  },
  {
    file: 'src/core/documents/cable/classified.ts',
    begins: '^(?:amb(?:b?ass?',
    reason: 'run on words among at most 600 characters',
  },
  {
    file: 'src/core/documents/cable/classified.ts',
    begins: '\\bName: +(',
    reason: 'run on at most 600 characters',
  },
  {
    file: 'src/core/documents/cable/classified.ts',
    begins: '[\\s,;.(-]+$',
    reason: 'run on at most 600 characters',
  },
  {
    file: 'src/core/documents/cable/classified.ts',
    begins: '[.,:]+$',
    reason: 'run on at most 600 characters',
  },
  {
    file: 'src/core/documents/cable/classified.ts',
    begins: ',(?!\\s*(?:jr',
    reason: 'run on at most 600 characters',
  },
  {
    file: 'src/core/documents/cable/classified.ts',
    begins: '^[\\s,:/-]+|',
    reason: 'run on at most 600 characters',
  },
  {
    file: 'src/core/documents/cable/classified.ts',
    begins: '[\\s,;.]+$',
    reason: 'run on at most 600 characters',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '\\n\\s*$',
    reason: 'run on 40 characters',
  },
  {
    file: 'src/core/documents/cable/scan.ts',
    begins: '^SUBJECT +',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/cable/scan.ts',
    begins: '^[A-Z][a-z].*',
    reason: 'run on a line of at most 400 characters',
  },
  {
    file: 'src/core/documents/pages.ts',
    begins: ' {3,}\\d{1,4}$',
    reason: 'run on a line of at most 140 characters',
  },
  {
    file: 'src/core/documents/pages.ts',
    begins: '^[^\\p{Ll}]*',
    reason: 'run on a line of at most 140 characters',
  },
]

export const isAccepted = ({ file, source }: Expression): boolean =>
  ACCEPTED.some(one => one.file === file && source.startsWith(one.begins))
