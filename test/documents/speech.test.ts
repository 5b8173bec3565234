import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

/** `[“words”|speaker]` is a quotation, `{words|speaker}` a reported statement; `?` where nobody is named, `scare` apart. */
const MARK = /\[([^[\]|]+)\|([^[\]]+)\]|\{([^{}|]+)\|([^{}]+)\}/g

const unmarked = (notation: string) => {
  const quotes: string[] = []
  const reported: string[] = []
  const text = notation.replace(MARK, (_, quote?: string, by?: string, words?: string, who?: string) => {
    if (quote !== undefined) quotes.push(`${quote} = ${by}`)
    else reported.push(`${words} = ${who}`)
    return quote ?? words ?? ''
  })
  return { text, quotes, reported }
}

const says = (title: string, notations: readonly string[]): void => {
  describe(title, () => {
    test.each(notations)('%s', notation => {
      const { text, quotes, reported } = unmarked(notation)
      const reading = read(text)
      const whoOf = (speaker: string | null): string => speaker ?? '?'
      expect(
        reading.quotations.map(one => `${one.text} = ${one.scare ? 'scare' : whoOf(one.speaker)}`),
      ).toEqual(quotes)
      expect(reading.reported.map(one => `${one.text} = ${whoOf(one.speaker)}`)).toEqual(reported)
    })
  })
}

says('the speaker stands after, before or beside the quotation', [
  '[“We will not sign the treaty,”|Boris Pistorius] said Boris Pistorius.',
  'Boris Pistorius told reporters: [“We will not sign the treaty.”|Boris Pistorius]',
  '[“We will not sign it,”|Boris Pistorius] Germany’s defence minister, Boris Pistorius, told reporters.',
  'LUCÍA MOLINA (Mexico), for the group, said [“the text is too weak for us”|LUCÍA MOLINA].',
  'Norway: [“We will ratify next year.”|Norway]',
  '[“The step is a gift to every army in the world”|Human Rights Watch], according to Human Rights Watch.',
])

says('what nobody said, and what is only supposed, is given to nobody', [
  'Sergey Lavrov never said [“we will sign the treaty”|?].',
  '[“We will sign the treaty,”|?] Sergey Lavrov did not say.',
  'Asked if Sergey Lavrov had said [“we will sign the treaty”|?], Jens Stoltenberg laughed.',
  'Had Sergey Lavrov said [“we used them all”|?], he would have been dismissed.',
  'Sergey Lavrov not only said [“we will sign the treaty”|Sergey Lavrov], he did.',
  'Sergey Lavrov would have said that Russia had used them.',
  'If Sergey Lavrov said that Russia had used them, he lied.',
  'Nobody said that Russia had used them.',
  'All but Sergey Lavrov said that Norway had left.',
  'Many, but not Sergey Lavrov, said that Norway had left.',
  'Sergey Lavrov is expected to say that Norway has left.',
])

says('the speaker is nobody who stands in an aside, and whoever is quoted', [
  'Sergey Lavrov, speaking for Vladimir Putin, said: [“We will not sign.”|Sergey Lavrov]',
  '[“We will not sign,”|Jens Stoltenberg] Jens Stoltenberg, replying to Sergey Lavrov, said.',
  '[“It is over,”|Sergey Lavrov] Norway quoted Sergey Lavrov as saying.',
  'Jens Stoltenberg was told by Sergey Lavrov that {Russia would not sign|Sergey Lavrov}.',
  'After Sergey Lavrov said [“we will sign the treaty”|Sergey Lavrov], Jens Stoltenberg said no.',
  'Norway’s ambassador, Marie Dubois, voted for the text, calling it [“a gift to us all”|Marie Dubois].',
  'What Dubois calls [“a gift”|Dubois] is weak.',
  'According to Norway, which opposed the text, {Sweden had left|Norway}.',
  '[“One,”|Sergey Lavrov] said Sergey Lavrov. [“Two,”|Jens Stoltenberg] said Jens Stoltenberg.',
])

says('what follows goes on with the same speaker', [
  '[“It took too long,”|Jens Stoltenberg] said Jens Stoltenberg. [“Too many people lost their legs.”|Jens Stoltenberg]',
  'Jens Stoltenberg spoke last.\n\n[“It took too long for all of us here,”|Jens Stoltenberg] he said.',
])

says('marks of six styles, nested, and opened unlike they close', [
  '[«We will not sign the treaty»|Boris Pistorius], said Boris Pistorius.',
  '[„We will not sign the treaty“|Boris Pistorius], said Boris Pistorius.',
  '[‘We won’t sign the treaty,’|Boris Pistorius] said Boris Pistorius.',
  '["We will not sign the treaty,"|Boris Pistorius] said Boris Pistorius.',
  '[“We will not sign the treaty"|Boris Pistorius], said Boris Pistorius.',
])

says('words held at arm’s length are said by nobody', [
  'The so-called [“humanitarian pause”|scare] ended.',
  'It is known as the [“Oslo Process”|scare].',
])

says('who holds an office of a body says it, and not the body', [
  '[“No one is safe,”|Jens Stoltenberg] said NATO Secretary General Jens Stoltenberg.',
  '[“No one is safe,”|Agnes Callamard] said UN Special Rapporteur Agnes Callamard.',
  '[“No one is safe,”|Tedros Adhanom] said WHO director Tedros Adhanom.',
  '[“No one is safe,”|NATO] said NATO.',
])

says('the rest of a sentence that was quoted is of the same speaker, and a participle is nobody', [
  '[“A ban,”|Paul Hannon] said Paul Hannon, whose Canadian colleagues had mocked the bill, [“cannot come with a loophole.”|Paul Hannon]',
  'Having told the conference that it possessed none, Portugal found some.',
])

says('a report that does something reports nothing, and who is named behind an office says it', [
  'Tehran accused it by issuing a critical May 31 report that led the board to act.',
  'According to the head of the ministry, Ann Example, {Warsaw should not be bound|Ann Example}.',
  'There are reports that {Warsaw will not be bound|?}.',
])

says('States that are counted say nothing, and a text that is agreed to is no statement', [
  'Georgia is one of only 32 states that still remain outside of the Treaty.',
  'In Dublin 111 countries agreed to the text of a new treaty that calls for clearance.',
  'Georgia states that {it will sign|Georgia}.',
])

says('reported statements have their speaker', [
  'Boris Pistorius said that {Germany would not sign the treaty|Boris Pistorius}.',
  'Boris Pistorius said {the first shells would arrive within two weeks|Boris Pistorius}.',
  'Boris Pistorius said on Friday that {the army would wait|Boris Pistorius}, dodging the question.',
  'Boris Pistorius said that {the army would wait|Boris Pistorius} and that {nothing else had changed|Boris Pistorius}.',
  'According to Amnesty International, {the bombs fell on a market|Amnesty International}.',
  '{Germany will not send such weapons to Ukraine|Boris Pistorius}, Boris Pistorius said.',
  'Two people familiar with the talks said {the lawyers had agreed in April|Two people familiar with the talks}.',
])

says('the person speaks, and not the State or body after the name', [
  'It was signed by Jens Stoltenberg of Norway, who said {the hall was far too cold|Jens Stoltenberg}.',
  'Bonnie Marsden of Human Rights Watch, the head of its office, says {this is how bridges are built|Bonnie Marsden}.',
  'Boris Pistorius and Jens Stoltenberg stated that {their countries would share the river|Boris Pistorius and Jens Stoltenberg}.',
  'Two diplomats said {the soup was rather cold}. They said {the bread was quite stale}.'.replace(
    /\{([^}]+)\}/g,
    '{$1|Two diplomats}',
  ),
  '[“Nobody has swept this hall for years,”|Menander] said Rep. Menander.',
  'According to a report by Human Rights Watch, {goats were kept near the river|Human Rights Watch}.',
])

says('clauses without “that”, and those after the verb in -ing', [
  'Activists say {bread is getting dearer in the north|Activists}.',
  'Human Rights Watch says {village wells have dried up again|Human Rights Watch}.',
  'Human Rights Watch reports {12 schools have opened their doors|Human Rights Watch}.',
  'Jens Stoltenberg indicated late last month that {he will plant a garden|Jens Stoltenberg}.',
  'Boris Pistorius spoke twice, reaffirming that {his country would build the bridge|Boris Pistorius}.',
  '{Norway will send its choir to the fair|Jens Stoltenberg}, Jens Stoltenberg announced April 9.',
  'Jens Stoltenberg said while mending the fence in Oslo.',
  'Evidence indicates that goats were kept near the river.',
])

says('what is no report', [
  '{The weapons that cause such injury were sent|Norway}, Norway said.',
  'The landscape demands that nobody should ever be left alone.',
  'Posts may inform host governments that the talks go on.',
])

says('words behind a quotation that say whose it is give it to nobody else', [
  '[“We will not sign it,”|Boris Pistorius] said Boris Pistorius.\n\n[“The text is clear as it stands,”|Joe Sample] the study’s lead author Joe Sample of the Institute for Arms and Mia University said.',
  '[“We will not sign it,”|Boris Pistorius] said Boris Pistorius.\n\n[“The text is clear as it stands,”|a note] read a note.',
  '[“We will not sign it,”|Boris Pistorius] said Boris Pistorius.\n\n[“The text is clear as it stands,”|its report] its report read.',
  '[“We will not sign it,”|Boris Pistorius] said Boris Pistorius.\n\n[“The text is clear as it stands,”|?] one said.',
  '[“The text was clear to us,”|Boris Pistorius] Boris Pistorius said in a letter. [“It is clear as it stands,”|Boris Pistorius] the letter reads.',
  '[“The text is clear as it stands,”|one female blogger] wrote one female blogger on Tuesday.',
])

says('who is told something does not say it', [
  'Joe Sample told BBC News: [“The text is clear as it stands.”|Joe Sample]',
  'Joe Sample, professor of law at Mia University, who did not write the study, told The Guardian: [“The text is clear as it stands.”|Joe Sample]',
  'Joe Sample, professor of law at Mia University, told The Guardian: [“The text is clear as it stands.”|Joe Sample]',
])

says('before a colon stands who speaks, and not whoever else the sentence names', [
  'Joe Sample, the envoy to Russia, put it on his page: [“The text is clear as it stands.”|Joe Sample]',
  'Another reader, who was referring to the games of Joe Sample and a lake, put it so: [“The text is clear as it stands.”|?]',
  'Mia Ruiz, Joe Sample’s mother: [“The text is clear as it stands.”|Mia Ruiz]',
])

says('an initial ends no sentence', [
  '[“We will not sign it,”|Boris Pistorius] said Boris Pistorius.\n\n[“The text is clear as it stands,”|Joe M. Sample] Joe M. Sample, the consul general, who will leave his post, said.',
])

says('who speaks in the sentence before speaks in one that is quoted whole', [
  '{The text is clear as it stands|Boris Pistorius}, Boris Pistorius said. [“We will sign it next year.”|Boris Pistorius]',
  'Boris Pistorius said that {the text is clear|Boris Pistorius}. [“We will sign it next year.”|Boris Pistorius]',
])

says('an office before a name or behind it leaves the name the speaker', [
  '[“The text is clear as it stands,”|Joe Sample] said the committee chair, Joe Sample.',
  '[“The text is clear as it stands,”|Joe Sample] said another panel member, Joe Sample, a professor at Mia University.',
  'Joe Sample, the former head of the Global Survivors’ Forum (GSF), said [“the text is too weak for us all”|Joe Sample].',
])

test('a denial is kept as one', () => {
  const [denied] = read('The Kremlin denied that its forces had used cluster munitions.').reported
  expect(denied).toMatchObject({ text: 'its forces had used cluster munitions', negated: true })
})

test('the medium through which a statement is known stands beside it', () => {
  const [told] = read('Boris Pistorius told TASS that the army would wait for the vote.').reported
  expect(told).toMatchObject({ speaker: 'Boris Pistorius', via: 'TASS' })
})

test('a quotation over several paragraphs opens in each and closes in the last', () => {
  const text =
    'Boris Pistorius said:\n\n“We waited for many years to see this day come.\n\n“And then it came.”'
  const found = read(text).quotations
  expect(found.map(one => [one.text, one.speaker])).toEqual([
    ['“We waited for many years to see this day come.', 'Boris Pistorius'],
    ['“And then it came.”', 'Boris Pistorius'],
  ])
})

test('every quotation and statement is the exact slice, on any text with marks', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '’',
    '«',
    '»',
    '„',
    'said ',
    'Norway ',
    'that ',
    'it ',
    '. ',
    ', ',
    '\n\n',
    'we agree ',
    '(',
    ')',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const text = pieces.join('')
      const reading = read(text)
      for (const { start, end, text: words } of [
        ...reading.quotations,
        ...reading.reported,
        ...reading.events,
      ]) {
        expect(start).toBeLessThan(end)
        expect(text.slice(start, end)).toBe(words)
      }
    }),
    { numRuns: 300 },
  )
})

test('what may yet be told, a condition and a title are nobody’s statement; a position is', () => {
  const reported = (text: string) => read(text).reported.map(one => `${one.speaker} ${one.text}`)
  expect(reported('The world can be assured that Norway will not rest in this work.')).toEqual([])
  expect(reported('It acts on the understanding that arms should serve defence alone.')).toEqual([])
  expect(reported('Cluster munitions are no more: What this means for the Norwegian army')).toEqual([])
  expect(reported('Norway reiterated its position that the treaty binds all of them.')).toEqual([
    'Norway the treaty binds all of them',
  ])
})

test('critics of somebody, questions put to somebody and answers to somebody are not that person’s', () => {
  const reported = (text: string) => read(text).reported.map(one => `${one.speaker}: ${one.text}`)
  expect(reported('According to Lavrov’s critics, the treaty is dead.')).toEqual([
    'Lavrov’s critics: the treaty is dead',
  ])
  expect(reported('According to Anna Ruiz’s report, the treaty is dead.')).toEqual([
    'Anna Ruiz: the treaty is dead',
  ])
  expect(reported('Anna Ruiz, asked whether the treaty had failed, shrugged.')).toEqual([])
  expect(reported('Anna Ruiz, a sophomore, asked whether the treaty had failed.')).toHaveLength(1)
  expect(reported('When Anna Ruiz said the treaty was over, Dan Okoye replied: “No.”')).toEqual([
    'Anna Ruiz: the treaty was over',
  ])
})

test('she and he are who acts, and the name before an office in apposition', () => {
  const text =
    'The ambassador to the United Nations, Nikki Haley, echoed Dan Okoye’s words, even as she said the treaty was right.'
  expect(read(text).reported.map(({ speaker }) => speaker)).toEqual(['Nikki Haley'])
  const quoted =
    '“We wanted it,” a top official said. Pavel Sample, an independent analyst, pointed out holes. “It has no timetable,” he wrote.'
  expect(read(quoted).quotations.map(({ speaker }) => speaker)).toEqual(['a top official', 'Pavel Sample'])
})

says('the speaker is named between commas, in two clauses or by a given name', [
  '[“We will not join,”|Ana Pérez] the minister, Ana Pérez, said.',
  'The spokesperson, Maria Lind, told reporters that {Norway would sign|Maria Lind}.',
  '[“The law is clear,”|Elin Berg] Elin said. Elin Berg leads the campaign.',
  'Norway said in June {it would sign the treaty|Norway}.',
  'He held a sign that read [“No more mines”|?].',
])

says('what somebody calls a thing is said of it, and no term', [
  'Boris Pistorius called it a [“difficult decision”|Boris Pistorius] in Berlin.',
  'The minister denounced what he termed a [“flagrant violation”|The minister] of the law.',
  'It was often called a [“weapon of fear”|scare] in those days.',
])

says('a statement ends where its reporter goes on, or the one who passed it on is named', [
  'Norway said {the war had entered its fifth year|Norway} and described it as a stain.',
  'Norway said {the law would hold|Norway}, as Britain announced a package of measures.',
  'The Iranian government replied that {the only people there were diplomats|The Iranian government}, the report said.',
])

says('"it is claimed" is said by nobody, whoever was spoken of before', [
  'Norway denies it. It is claimed that {Norway used cluster munitions|?}.',
])

says('a clause without “that” behind verbs that also take a noun', [
  'Norway noted {it had paid|Norway}.',
  'Peru warned {it would leave|Peru}.',
  'Norway added {the aim of completing its work had been reached|Norway}.',
  'The United Nations estimates {more than 100,000 people have died|United Nations}.',
  'The North Atlantic Treaty Organization (NATO) says {14,000 of its soldiers have entered the town|NATO}.',
  'Norway noted the work done by others.',
  'Norway announced the names of those who have died.',
  'Norway added two ships and has paid for them.',
  'Norway confirmed the plan of the group to leave.',
])

says('what stands beside what is said', [
  'As some commenters have noted, {the qualms are a surprise|some commenters}.',
  'Ukraine has provided written assurances that {it is going to use them carefully|Ukraine}.',
  'Officials told Fox News that {several States – including Jordan – were participating in it|Officials}.',
  'He said that {Peru continued to do so|?}, and he noted that {its forces had killed ten people|?}.',
  'The campaign has been called a [“global killing campaign”|Amnesty International] by Amnesty International.',
  'It is usually called a [“safe zone”|scare] by night.',
])

test.each([
  ['It was a “bitter day”, said the mayor of Oslo.', 'the mayor of Oslo'],
  ['It could lead to a “strategic crisis,” said former US diplomat Rose Gottemoeller.', 'Rose Gottemoeller'],
])('few words before a verb of saying are said: %s', (text, speaker) => {
  const [quotation] = read(text).quotations
  expect(quotation?.scare).toBeUndefined()
  expect(quotation?.speaker).toBe(speaker)
})
