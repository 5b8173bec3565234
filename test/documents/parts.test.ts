import { expect, test } from 'vitest'
import { read } from './support.ts'

const spoken = (text: string) =>
  read(text).parts.map(({ kind, number, start, end, paragraphs }) => [
    kind,
    number,
    text.slice(start, end).replace(/\s+/g, ' ').slice(0, 24),
    paragraphs.map(one => text.slice(one.start, one.end).split(' ')[0]),
  ])

test.each([
  [
    'English',
    'Mines (Prohibition) Act 2012\n\nBE IT ENACTED by Parliament as follows:\n\nPART I\nGENERAL\n\nSection 1. Title\n(1) This Act may be cited.\n(2) It binds the Crown.\n\nSection 2. Ban\n(1) No person shall use mines.\n\nSCHEDULE\nFees.\n',
    [
      ['part', 'I', 'PART I GENERAL', []],
      ['section', '1', 'Section 1. Title (1) Thi', ['(1)', '(2)']],
      ['section', '2', 'Section 2. Ban (1) No pe', ['(1)']],
      ['annex', null, 'SCHEDULE Fees.', []],
    ],
  ],
  [
    'French',
    'LOI n° 2010-819 du 20 juillet 2010 tendant à l’élimination\n\nL’Assemblée nationale et le Sénat ont adopté,\n\nChapitre Ier : Des interdictions\n\nArticle 1er\n\nAu sens de la loi, les mots ont un sens.\n\nArticle 2\n\nI. – La fabrication est interdite.\nII. – Le transfert aussi.\n',
    [
      ['chapter', 'I', 'Chapitre Ier : Des inter', []],
      ['article', '1', 'Article 1er Au sens de l', []],
      ['article', '2', 'Article 2 I. – La fabric', ['I.', 'II.']],
    ],
  ],
  [
    'German',
    'Gesetz\nüber Streumunition\n\nDer Bundestag hat das folgende Gesetz beschlossen:\n\n§ 1\nZweck\n\n(1) Dieses Gesetz dient dem Schutz.\n\n§ 2a Verbot\n\n(1) Es ist verboten.\n(2) Der Versuch auch.\n',
    [
      ['section', '1', '§ 1 Zweck (1) Dieses Ges', ['(1)']],
      ['section', '2a', '§ 2a Verbot (1) Es ist v', ['(1)', '(2)']],
    ],
  ],
  [
    'Spanish',
    'Ley 27/2015, de 28 de julio, de prohibición total\n\nSabed: Que las Cortes Generales han aprobado la siguiente ley:\n\nCAPÍTULO I\nDisposiciones\n\nArtículo 1. Objeto.\n\na) Prohibir las minas.\nb) Amparar a las personas.\n\nArtículo 2. Entrada en vigor\n\nEl día siguiente.\n',
    [
      ['chapter', 'I', 'CAPÍTULO I Disposiciones', []],
      ['article', '1', 'Artículo 1. Objeto. a) P', ['a)', 'b)']],
      ['article', '2', 'Artículo 2. Entrada en v', []],
    ],
  ],
])('the articles and paragraphs of a law in %s', (_, text, parts) => {
  expect(spoken(text)).toEqual(parts)
})

test('the turns of a transcript run from label to label', () => {
  const text =
    'Daily Press Briefing\n\nMR. ROE: Good morning.\n\nA few things at the top.\n\nQUESTION: On mines?\n\nMR. ROE: No change.\n\nQUESTION: None at all?\n\nMR. ROE: None.\n'
  expect(read(text).turns.map(({ speaker, start, end }) => [speaker, text.slice(start, end).length])).toEqual(
    [
      ['MR. ROE', 48],
      ['QUESTION', 19],
      ['MR. ROE', 19],
      ['QUESTION', 22],
      ['MR. ROE', 14],
    ],
  )
})

test('a news report has neither parts nor turns', () => {
  const { parts, turns } = read(
    'A title\n\nOSLO, 3 December (Agency) — Article 21 of the Convention was debated.',
  )
  expect([parts, turns]).toEqual([[], []])
})
