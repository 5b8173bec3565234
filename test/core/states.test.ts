import { describe, expect, test } from 'vitest'
import { day } from '../../src/core/calendar/index.ts'
import {
  findBloc,
  findState,
  isStateOn,
  loadWorld,
  membersOn,
  statesOn,
} from '../../src/core/states/index.ts'
import { fileText, shipped, tableOf } from '../support.ts'

const world = () => shipped().register.world
const nameOf = (text: string, on?: string): string => {
  const found = findState(world(), text, on === undefined ? undefined : day(on))
  return found.is === 'one'
    ? found.state.iso3
    : found.is === 'several'
      ? found.candidates.map(s => s.iso3).join(' ')
      : 'none'
}

describe('any name or alias finds its State', () => {
  test.each([
    ['LTU', 'LTU'],
    ['lithuania', 'LTU'],
    ['Turkey', 'TUR'],
    ['Türkiye', 'TUR'],
    ['turkiye', 'TUR'],
    ['Cote d’Ivoire', 'CIV'],
    ["Côte d'Ivoire", 'CIV'],
    ['Ivory Coast', 'CIV'],
    ['the Netherlands', 'NLD'],
    ['Burma', 'MMR'],
    ['Swaziland', 'SWZ'],
    ['Zaire', 'COD'],
    ['Czech Republic', 'CZE'],
    ['U.S.', 'USA'],
    ['Soviet Union', 'RUS'],
    ['SUN', 'RUS'],
    ['SCG', 'SRB'],
    ['Serbia and Montenegro', 'SRB'],
    ['East Germany', 'DDR'],
    ['Congo', 'COG'],
    ['Guinea', 'GIN'],
    ['Niger', 'NER'],
    ['Ankara', 'TUR'],
    ['Lithuanian', 'LTU'],
    ['Korea', 'KOR PRK'],
    ['Korean', 'KOR PRK'],
    ['Congolese', 'COD COG'],
    ['Atlantis', 'none'],
    ['', 'none'],
  ])('%s is %s', (text, iso3) => {
    expect(nameOf(text)).toBe(iso3)
  })

  test('an exact short name resolves and names the others that contain it', () => {
    const found = findState(world(), 'Guinea')
    expect(found.is === 'one' && found.others.map(state => state.iso3).sort()).toEqual(['GNB', 'GNQ', 'PNG'])
  })

  test('a name that two States bore is decided by the day', () => {
    expect(nameOf('Yugoslavia', '1985-01-01')).toBe('YUG')
    expect(nameOf('Yugoslavia', '1999-01-01')).toBe('SRB')
  })

  test('every name and code in the data finds its State, alone or among candidates', () => {
    for (const state of world().states.values())
      for (const name of state.names) {
        const found = findState(world(), name.text, name.from)
        const states = found.is === 'one' ? [found.state] : found.is === 'several' ? found.candidates : []
        if (state.kind === 'historical') continue
        expect(
          states.map(s => s.iso3),
          name.text,
        ).toContain(state.iso3)
      }
  })
})

describe('States on a day', () => {
  test('197 States can be bound by treaties of the UN today: 193 members, two observers, Cook Islands and Niue', () => {
    const now = statesOn(world(), day('2025-01-01'))
    expect(now).toHaveLength(197)
    expect(now.filter(state => state.kind === 'un-member')).toHaveLength(193)
  })
  test('a State is none before it exists and after it ends', () => {
    const iso = (code: string) => [...world().states.values()].find(state => state.iso3 === code)
    const [southSudan, czechoslovakia] = [iso('SSD'), iso('CSK')]
    expect(southSudan && isStateOn(southSudan, day('2011-07-08'))).toBe(false)
    expect(southSudan && isStateOn(southSudan, day('2011-07-09'))).toBe(true)
    expect(czechoslovakia && isStateOn(czechoslovakia, day('1993-01-01'))).toBe(false)
  })
})

describe('blocs', () => {
  test.each([
    ['NATO', '2008-12-01', 26],
    ['NATO', '2023-04-04', 31],
    ['NATO', '2025-01-01', 32],
    ['EU', '2008-12-01', 27],
    ['EU', '2013-07-01', 28],
    ['EU', '2020-01-31', 28],
    ['European Union', '2020-02-01', 27],
  ])('%s had, on %s, %i members', (text, on, count) => {
    const bloc = findBloc(world(), text)
    expect(bloc && membersOn(bloc, day(on))).toHaveLength(count)
  })
  test('21 of the 27 members of the EU belonged to NATO on 4 March 2022', () => {
    const [eu, nato] = [findBloc(world(), 'EU'), findBloc(world(), 'nato')]
    const inNato = nato ? membersOn(nato, day('2022-03-04')) : []
    expect(eu && membersOn(eu, day('2022-03-04')).filter(state => inNato.includes(state))).toHaveLength(21)
  })
  test('a bloc whose memberships are partly withheld says that it is incomplete', () => {
    expect(findBloc(world(), 'Commonwealth')).toMatchObject({ complete: false, withheld: 62 })
    expect(findBloc(world(), 'NATO')).toMatchObject({ complete: true, withheld: 0 })
  })
})

describe('the tables are read strictly', () => {
  const tables = () => ({
    states: tableOf('states.csv', fileText('data/world/states.csv')),
    names: tableOf('names.csv', fileText('data/world/names.csv')),
    blocs: tableOf('blocs.csv', fileText('data/world/blocs.csv')),
    members: tableOf('members.csv', fileText('data/world/members.csv')),
    metonyms: tableOf('metonyms.csv', fileText('data/world/metonyms.csv')),
    offices: tableOf('offices.csv', fileText('data/world/offices.csv')),
  })
  const problemsWith = (file: 'states' | 'names' | 'members', line: string) => {
    const all = tables()
    const text = `${fileText(`data/world/${file}.csv`)}${line}\n`
    return loadWorld({ ...all, [file]: tableOf(`${file}.csv`, text) }).problems.map(
      ({ message, wayOut }) => `${message} ${wayOut}`,
    )
  }
  test('the shipped tables have no problem', () => {
    expect(loadWorld(tables()).problems).toEqual([])
  })
  test.each([
    [
      'states',
      'LTU,LT,440,un-member,Europe,Northern Europe,,,,,un-m49,high,',
      'The code LTU stands twice. Give a former name in names.csv instead.',
    ],
    [
      'states',
      'ZZZ,ZZ,999,un-member,Europe,,,,,,un-m49,high,',
      'This state has no short name. Add a row of kind short to names.csv.',
    ],
    [
      'names',
      'LTU,Litva,nickname,,,pacta,medium,',
      'The kind "nickname" is not known. Write one of short, former, alias, code, adjective, capital.',
    ],
    ['names', 'LTU,Lithuania,short,,,un-m49,high,', 'This name stands twice. Remove one of the two rows.'],
    [
      'names',
      'XXX,Nowhere,short,,,pacta,medium,',
      'The state "XXX" is not in states.csv. Correct the code, or add the state there first.',
    ],
    [
      'members',
      'NATO,LTU,2004-02-30,,x,high,',
      '"2004-02-30" in column from is not a day that exists. Write YYYY-MM-DD, or leave it empty.',
    ],
    [
      'members',
      'NATO,LTU,2004-03-29,2003-01-01,x,high,',
      'It ends (2003-01-01) before it begins (2004-03-29). Exchange or correct the two days.',
    ],
    ['members', 'NATO,LTU,,,x,high,', 'A membership needs its first day. Write it as YYYY-MM-DD.'],
  ] as const)('%s: "%s"', (file, line, message) => {
    expect(problemsWith(file, line)).toContain(message)
  })
})
