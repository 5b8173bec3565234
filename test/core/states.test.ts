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
    organisations: tableOf('organisations.csv', fileText('data/world/organisations.csv')),
    places: tableOf('places.csv', fileText('data/world/places.csv')),
    other_treaties: tableOf('other_treaties.csv', fileText('data/world/other_treaties.csv')),
    given_names: tableOf('given_names.csv', fileText('data/world/given_names.csv')),
    state_names: tableOf('state_names.csv', fileText('data/world/state_names.csv')),
    treaty_names: tableOf('treaty_names.csv', fileText('data/world/treaty_names.csv')),
  })
  type File = keyof ReturnType<typeof tables>
  const worldWith = (file: File, line: string) => {
    const text = `${fileText(`data/world/${file}.csv`)}${line}\n`
    return loadWorld({ ...tables(), [file]: tableOf(`${file}.csv`, text) })
  }
  const problemsWith = (file: File, line: string) =>
    worldWith(file, line).problems.map(({ message, wayOut }) => `${message} ${wayOut}`)
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
    [
      'members',
      'NATO,LTU,2020-01-01,,x,high,',
      'LTU is a member of NATO on the same days since 2004-03-29. Remove one of the two rows, or date them apart.',
    ],
    [
      'members',
      'EU,NOR,2200-01-01,,x,high,',
      '2200-01-01 in column from is later than 2199-12-31. Correct the year.',
    ],
    [
      'members',
      'EU,NOR,2020-01-01,2999-12-31,x,high,',
      '2999-12-31 in column until is later than 2199-12-31. Correct the year.',
    ],
    [
      'members',
      'EU,NOR,2020-01-01,,x,sure,',
      'The confidence "sure" is not one of high, medium, low. Write one of the three words.',
    ],
    [
      'members',
      'EU,NOR,2020-01-01,,x,low,',
      'A membership of low confidence is not shipped. Count it as withheld in blocs.csv.',
    ],
    [
      'members',
      'EU,NOR,2020-01-01,,,high,',
      'This row has no source. Name where it was read: an id of sources.csv, or "page: ...".',
    ],
    [
      'members',
      'EU,NOR,2020-01-01,,page: ,high,',
      'The source "page:" names no page. Write after "page: " where it was read.',
    ],
    [
      'members',
      'EU,XXX,2020-01-01,,x,high,',
      'The state "XXX" is not in states.csv. Correct the code, or add the state there first.',
    ],
    [
      'members',
      'Hansa,DEU,2020-01-01,,x,high,',
      'The bloc "Hansa" has members but no row of its own. Add it to blocs.csv.',
    ],
    [
      'states',
      'ZZZ,ZZ,999,un-member,Europe,,,,,,,high,',
      'This row has no source. Name where it was read: an id of sources.csv, or "page: ...".',
    ],
    [
      'states',
      'ZZZ,ZZ,999,historical,Europe,,,,,CZE|XXX,un-m49,high,',
      'The state "XXX" is not in states.csv. Correct the code, or add the state there first.',
    ],
    [
      'states',
      'ZZZ,ZZ,999,un-member,Europe,,2999-01-01,,,,un-m49,high,',
      '2999-01-01 in column un_member_since is later than 2199-12-31. Correct the year.',
    ],
    [
      'names',
      'LTU,Litva,alias,,,pacta,certain,',
      'The confidence "certain" is not one of high, medium, low. Write one of the three words.',
    ],
    [
      'names',
      'LTU,Litva,alias,,,,high,',
      'This row has no source. Name where it was read: an id of sources.csv, or "page: ...".',
    ],
    ['names', 'LTU, ,alias,,,pacta,high,', 'The name is empty. Write it, or remove the row.'],
    [
      'names',
      'LTU,Litva,short,2000-01-01,,pacta,high,',
      'The short name "Lithuania" is borne on the same days. Date the two apart, or make one of them an alias.',
    ],
    ['blocs', 'NATO,Another NATO,,yes,0,', 'The bloc "NATO" stands twice. Remove one of the two rows.'],
    ['blocs', 'Hansa,Hanseatic League,,,0,', 'The complete "" is not known. Write one of yes, no.'],
    [
      'blocs',
      'Hansa,Hanseatic League,,no,some,',
      '"some" is no number of memberships withheld. Write it in digits, 0 for none.',
    ],
    ['blocs', 'Hansa,,,no,1,', 'The title is empty. Write it, or remove the row.'],
    [
      'metonyms',
      'Kaunas,LTU,village,,,pacta,medium,',
      'The kind "village" is not known. Write one of agency-routing, post, mission, institution, body, capital, city, former-capital, organisation-seat, seat.',
    ],
    [
      'metonyms',
      'Kaunas,LTU,city,,perhaps,pacta,medium,',
      'The ambiguous "perhaps" is not known. Write one of , yes, no.',
    ],
    [
      'metonyms',
      'Kaunas,LTU,city,,,pacta,,',
      'The confidence "" is not one of high, medium, low. Write one of the three words.',
    ],
    [
      'metonyms',
      'Kaunas,XXX,city,,,pacta,medium,',
      'The state "XXX" is not in states.csv. Correct the code, or add the state there first.',
    ],
    ['metonyms', ',LTU,city,,,pacta,medium,', 'The name is empty. Write it, or remove the row.'],
    [
      'offices',
      'Secretary General,NATO,Lord Ismay,,1957-05-15,page: x,high,',
      'An office needs its first day. Write it as YYYY-MM-DD in column from.',
    ],
    [
      'offices',
      'Secretary General,NATO,Lord Ismay,1952-03-24,1957-05-15,page: x,sure,',
      'The confidence "sure" is not one of high, medium, low. Write one of the three words.',
    ],
    [
      'offices',
      'Secretary General,NATO,,1952-03-24,1957-05-15,page: x,high,',
      'The person is empty. Write it, or remove the row.',
    ],
    [
      'organisations',
      'X,X,club,,,pacta,medium,',
      'The kind "club" is not known. Write one of io, bloc, gov, ngo, think-tank, media, company, university, treaty-body, process, armed-group.',
    ],
    [
      'places',
      'Atlantis,ATL,pacta,medium,',
      'The state "ATL" is not in states.csv. Correct the code, or add the state there first.',
    ],
    [
      'other_treaties',
      'x,X Treaty,,,old,pacta,medium,',
      '"old" is no year of adoption. Write four digits, as 1987.',
    ],
    ['given_names', ',pacta,medium', 'The name is empty. Write it, or remove the row.'],
    [
      'state_names',
      'ATL,fr,name,Atlantide,pacta,medium',
      'The state "ATL" is not in states.csv. Correct the code, or add the state there first.',
    ],
    [
      'state_names',
      'FRA,nl,name,Frankrijk,pacta,medium',
      'The language "nl" is not known. Write one of fr, es, de, it, pt, ru, ar, zh.',
    ],
    [
      'treaty_names',
      'ccm,fr,nickname,Convention,pacta,medium',
      'The kind "nickname" is not known. Write one of name, abbreviation, doubtful.',
    ],
    ['treaty_names', 'ccm,fr,name,,pacta,medium', 'The forms is empty. Write it, or remove the row.'],
  ] as const)('%s: "%s"', (file, line, message) => {
    expect(problemsWith(file, line)).toContain(message)
  })
  const isMember = (file: File, line: string, state: string, on: string): boolean => {
    const bloc = findBloc(worldWith(file, line).world, 'EU')
    return bloc ? membersOn(bloc, day(on)).some(member => member === state) : false
  }
  test.each([
    'EU,NOR,2020-01-01,2019-01-01,x,high,',
    'EU,NOR,2020-01-01,2025-02-30,x,high,',
    'EU,NOR,2020-01-01,2999-01-01,x,high,',
    'EU,NOR,2020-01-01,,x,low,',
  ])('a membership with a problem is left out, never taken without its last day: "%s"', line => {
    expect(isMember('members', line, 'NOR', '2026-01-01')).toBe(false)
  })
  test('a second membership after the first has ended is none twice', () => {
    const line = 'EU,GBR,2030-01-01,,x,high,'
    expect(problemsWith('members', line)).toEqual([])
    expect(isMember('members', line, 'GBR', '2025-01-01')).toBe(false)
    expect(isMember('members', line, 'GBR', '2030-01-01')).toBe(true)
  })
  test('two short names borne after one another are fine, and the last is the name', () => {
    const names = fileText('data/world/names.csv').replace(
      'LTU,Lithuania,short,,,',
      'LTU,Lithuania,short,1990-03-11,,',
    )
    const text = `${names}LTU,Lithuanian SSR,short,1940-08-03,1990-03-10,pacta,medium,\n`
    const { world, problems } = loadWorld({ ...tables(), names: tableOf('names.csv', text) })
    expect(problems).toEqual([])
    expect([...world.states.values()].find(state => state.iso3 === 'LTU')?.name).toBe('Lithuania')
  })
  test('what rests on a row of states.csv that is wrong is left out and says why', () => {
    const text = fileText('data/world/states.csv').replace(/^(LTU,.*),high,/m, '$1,sure,')
    const { world, problems } = loadWorld({ ...tables(), states: tableOf('states.csv', text) })
    expect(problems[0]?.message).toBe('The confidence "sure" is not one of high, medium, low.')
    expect(problems.slice(1).map(({ message, wayOut }) => `${message} ${wayOut}`)).toContain(
      'The row of LTU in states.csv is wrong. Mend that row first; this one rests on it.',
    )
    expect(world.blocs.flatMap(bloc => bloc.members).some(({ state }) => !world.states.has(state))).toBe(
      false,
    )
  })
  test('where a header is wrong only that is said, and no world is made from the rest', () => {
    const text = fileText('data/world/states.csv').replace('iso3,', 'iso,')
    const { world, problems, readable } = loadWorld({ ...tables(), states: tableOf('states.csv', text) })
    expect(problems.map(({ message }) => message)).toEqual([
      'The column "iso3" is missing.',
      'The column "iso" is not known here.',
    ])
    expect([readable, world.states.size, world.blocs.length]).toEqual([false, 0, 0])
  })
})
