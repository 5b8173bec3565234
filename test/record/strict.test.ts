import { describe, expect, test } from 'vitest'
import { problemInWords } from '../../src/core/evidence/index.ts'
import { loadRecord, type RecordFile } from '../../src/core/record/index.ts'
import { load, tableOf, world } from './support.ts'

const STOCKPILE =
  'state,held,munitions,submunitions,outcome,completed,completed_by,source,confidence,contested,note'
const EXTENSIONS = 'state,article,asked,decided,meeting,until,status,source,confidence,contested,note'
const REPORTS = 'state,kind,from_year,until_year,status,submitted,as_of,source,confidence,contested,note'
const POSITIONS = 'state,body,question,stance,speaker,day,quotation,language,source,confidence,contested,note'
const USE = 'state,actor,place,states,from,until,ongoing_in,source,confidence,contested,note'
const UNGA =
  'session,resolution,day,for,against,abstain,committee_for,committee_against,committee_abstain,roll_call,source,confidence,contested,note'
const VOTES = 'session,state,vote,source,confidence,contested,note'

const said = (name: RecordFile, text: string): string =>
  load(name, text).problems.map(problemInWords).join('\n\n')
const stock = (row: string): string => said('stockpile', `${STOCKPILE}\n${row}`)

describe('a row is refused, with its place, what is wrong and the way out,', () => {
  test('when its state is not one', () => {
    expect(stock('BXL,yes,1,2,destroyed,2010,,page: x,high,,')).toBe(
      [
        'stockpile.csv:2',
        '2 | BXL,yes,1,2,destroyed,2010,,page: x,high,,',
        '',
        '"BXL" in column state is not a state of states.csv. Write its ISO 3166-1 alpha-3 code.',
      ].join('\n'),
    )
  })

  test('when a day does not exist', () => {
    expect(stock('BEL,yes,1,2,destroyed,2010-02-30,,page: x,high,,')).toContain(
      '"2010-02-30" in column completed is not a day that exists. Write YYYY-MM-DD, or YYYY-MM or YYYY where the day is not known; ? where it is withheld, or nothing where nothing is known.',
    )
  })

  test('when a number is written with a comma', () => {
    expect(stock('BEL,yes,"115,210",2,destroyed,2010,,page: x,high,,')).toContain(
      '"115,210" in column munitions is not a number. Write digits only;',
    )
  })

  test('when a word is not one of those allowed', () => {
    expect(stock('BEL,perhaps,1,2,destroyed,2010,,page: x,high,,')).toContain(
      '"perhaps" in column held is not known. Write one of yes, unclear;',
    )
  })

  test('when it has no source', () => {
    expect(stock('BEL,yes,1,2,destroyed,2010,,,high,,')).toContain(
      'This row has no source. Name where it was read.',
    )
  })

  test('when its source is neither an id nor a page', () => {
    expect(stock('BEL,yes,1,2,destroyed,2010,,Monitor 2014,high,,')).toContain(
      'The source "Monitor 2014" is neither an id nor a page. Write an id of sources.csv, or "page: " and its name; " | " between two sources.',
    )
  })

  test('when its confidence is low', () => {
    expect(stock('BEL,yes,1,2,destroyed,2010,,page: x,low,,')).toContain(
      'A row of low confidence is not shipped as a fact. Leave the row out, or write ? in the cells that are not verified.',
    )
  })

  test('when its confidence is no word for confidence', () => {
    expect(stock('BEL,yes,1,2,destroyed,2010,,page: x,sure,,')).toContain(
      'The confidence "sure" is not one of high, medium, low. Write one of the three words.',
    )
  })

  test('when contested is answered with anything but yes', () => {
    expect(stock('BEL,yes,1,2,destroyed,2010,,page: x,high,maybe,')).toContain(
      '"maybe" in column contested is not an answer. Write yes, or leave it empty.',
    )
  })

  test('when it ends before it begins', () => {
    expect(stock('BEL,yes,1,2,destroyed,2012,2010,page: x,high,,')).toContain(
      'It ends (2010) before it begins (2012). Exchange or correct the two days.',
    )
  })

  test('when it stands twice', () => {
    const row = 'BEL,yes,1,2,destroyed,2010,,page: x,high,,'
    expect(stock(`${row}\n${row}`)).toContain(
      'This row stands twice, first on line 2. Remove one of the two, or mark both as contested where sources disagree.',
    )
  })

  test('when a required cell is empty or withheld', () => {
    expect(said('extensions', `${EXTENSIONS}\nBGR,3,,,,2021-04-01,,page: x,high,,`)).toContain(
      'The column status is empty. Write one of granted, requested, withheld.',
    )
    expect(said('extensions', `${EXTENSIONS}\n?,3,,,,2021-04-01,granted,page: x,high,,`)).toContain(
      '"?" in column state is not a state of states.csv.',
    )
  })
})

describe('a table is refused', () => {
  test('when it has a column that is not known', () => {
    expect(
      said('stockpile', `${STOCKPILE},colour\nBEL,yes,1,2,destroyed,2010,,page: x,high,,,red`),
    ).toContain('The column "colour" is not known here. Remove it, or correct its name to one of')
  })

  test('when a column is missing', () => {
    expect(
      said('unga_votes', 'session,state,vote,source,confidence,note\n80,BEL,yes,undl-2025,medium,'),
    ).toContain('The column "contested" is missing.')
  })
})

describe('two rows on one thing', () => {
  test('both stand when sources disagree and both are marked as contested', () => {
    const { record, problems } = load(
      'stockpile',
      `${STOCKPILE}\nCHE,yes,206061,?,destroyed,2019-03-19,,page: a,high,yes,\nCHE,yes,205894,?,destroyed,2019-03-19,,page: b,medium,yes,`,
    )
    expect(problems).toEqual([])
    expect(record.stockpiles.map(stockpile => stockpile.munitions)).toEqual([
      { is: 'known', value: 206061 },
      { is: 'known', value: 205894 },
    ])
  })

  test('a row that is wrong is left out and the sound ones stay', () => {
    const { record } = load(
      'stockpile',
      `${STOCKPILE}\nXXX,yes,1,2,,2010,,page: a,high,,\nBEL,yes,1,?,,2010,,page: a,high,,`,
    )
    expect(record.stockpiles.map(stockpile => stockpile.state)).toEqual(['BEL'])
  })
})

describe('an extension', () => {
  test('that is granted has a day, or a sign that it is withheld', () => {
    expect(said('extensions', `${EXTENSIONS}\nBGR,3,,,,,granted,page: x,high,,`)).toContain(
      'A granted extension has no day. Write the day granted, or ? where it is withheld.',
    )
    expect(load('extensions', `${EXTENSIONS}\nBGR,3,,,,?,granted,page: x,high,,`).problems).toEqual([])
  })

  test('that is withheld shows no day', () => {
    expect(said('extensions', `${EXTENSIONS}\nIRQ,4,,,,2028-11-01,withheld,page: x,medium,,`)).toContain(
      'A withheld extension shows its day. Write ? in column until.',
    )
  })

  test('names its article by number', () => {
    expect(said('extensions', `${EXTENSIONS}\nIRQ,art. 4,,,,2028,granted,page: x,medium,,`)).toContain(
      '"art. 4" in column article is not an article. Write the number alone, for example 4.',
    )
  })

  test('names a meeting that is in meetings.csv', () => {
    expect(said('extensions', `${EXTENSIONS}\nBGR,3,,,99MSP,2021-04-01,granted,page: x,high,,`)).toContain(
      'The meeting "99MSP" is not in meetings.csv. Add it, or correct the id.',
    )
  })
})

describe('a report', () => {
  test('that is missing says as of when', () => {
    expect(said('reports', `${REPORTS}\nCOM,initial,,,not-submitted,,,page: x,high,,`)).toContain(
      'A missing report has no day as of which it was missing. Write it in column as_of.',
    )
  })

  test('that is missing has no day of submission', () => {
    expect(said('reports', `${REPORTS}\nCOM,initial,,,not-submitted,2014,2015,page: x,high,,`)).toContain(
      'A report that is not-submitted has a day of submission. Correct one of the two.',
    )
  })

  test('covers years in their order, both given', () => {
    expect(said('reports', `${REPORTS}\nBEL,annual,2015,2013,submitted,2016,,page: x,high,,`)).toContain(
      'The years end before they begin. Exchange or correct the two years.',
    )
    expect(said('reports', `${REPORTS}\nBEL,annual,2015,,submitted,2016,,page: x,high,,`)).toContain(
      'Only one of from_year and until_year is given. Write both; the same year twice for one.',
    )
    expect(said('reports', `${REPORTS}\nBEL,annual,15,16,submitted,2016,,page: x,high,,`)).toContain(
      '"15" in column from_year is not a year. Write four digits;',
    )
  })
})

describe('a position or a use', () => {
  const words = Array.from({ length: 21 }, () => 'word').join(' ')

  test('quotes at most twenty words, in a language it names', () => {
    expect(said('positions', `${POSITIONS}\nBEL,,q,for,Minister,2023,${words},en,page: x,high,,`)).toContain(
      'The quotation has 21 words. Shorten it to 20; mark what is left out as [...].',
    )
    expect(said('positions', `${POSITIONS}\nBEL,,q,for,Minister,2023,some words,,page: x,high,,`)).toContain(
      'The quotation has no language. Write its ISO 639-1 code, for example en.',
    )
  })

  test('is that of one state or of one other', () => {
    expect(said('positions', `${POSITIONS}\nBEL,NATO,q,for,Minister,2023,,,page: x,high,,`)).toContain(
      'A position is that of one state or one body. Fill exactly one of state and body.',
    )
    expect(said('use', `${USE}\n,,Libya,LBY,2015,,,page: x,medium,yes,`)).toContain(
      'A use is that of one state or one other actor. Fill exactly one of state and actor.',
    )
  })

  test('lists places by the codes of states', () => {
    expect(said('use', `${USE}\n,unknown,Libya,LBY|LIB,2015,,,page: x,medium,yes,`)).toContain(
      '"LIB" in column states is not a state of states.csv. Write its ISO 3166-1 alpha-3 code, separated by |.',
    )
  })
})

describe('a resolution and its votes', () => {
  test('have a number of their session, or a sign that it is withheld', () => {
    expect(said('unga', `${UNGA}\n80,79/52,2025-12-01,1,2,3,,,,none,undl-2025,medium,,`)).toContain(
      'The number 79/52 is not of session 80. Correct one of the two.',
    )
    expect(said('unga', `${UNGA}\n80,,2025-12-01,1,2,3,,,,none,undl-2025,medium,,`)).toContain(
      'This resolution has no number. Write it, or ? where it is withheld.',
    )
  })

  test('belong together: a vote on a session without resolution is refused', () => {
    expect(said('unga_votes', `${VOTES}\n80,BEL,yes,undl-2025,medium,,`)).toContain(
      'No resolution of session 80 is in unga.csv. Add it, or correct the session.',
    )
  })

  test('say how a State voted, or that this is withheld', () => {
    expect(said('unga_votes', `${VOTES}\n80,BEL,,undl-2025,medium,,`)).toContain(
      'This row has no vote. Write it, or ? where it is withheld.',
    )
  })

  test('are read together', () => {
    const { record, problems } = loadRecord(
      {
        unga: tableOf('unga.csv', `${UNGA}\n80,80/52,2025-12-01,?,,3,,,,incomplete,undl-2025,medium,,\n`),
        unga_votes: tableOf('unga_votes.csv', `${VOTES}\n80,BEL,?,undl-2025,medium,,\n`),
      },
      world,
    )
    expect(problems).toEqual([])
    expect(record.resolutions[0]?.plenary).toEqual({
      for: { is: 'withheld' },
      against: { is: 'nothing' },
      abstain: { is: 'known', value: 3 },
    })
    expect(record.votes[0]?.vote).toEqual({ is: 'withheld' })
  })
})
