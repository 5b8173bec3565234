import type { Comparison, Predicate } from './claim.ts'

/** One State or a list of them: `S`, `the S , S and S`, `S , S , and S`. */
export const STATES =
  '(?<states>(?:both |neither )?(?:the )?S(?:(?: ,)? (?:and|or|nor) (?:the )?S| , (?:the )?S){0,60})'

/** The treaty with the words that may lead it. */
export const TREATY = '(?:the |this |that |its )?(?<treaty>T)'

/** A number with the words that say how it is meant. */
export const NUMBER =
  '(?<comparison>more than |over |at least |no fewer than |fewer than |less than |under |at most |up to |nearly |almost |about |around |some |roughly |approximately |exactly |only |just )?(?<number>#)'

/** The verbs by which texts say how a State stands to a treaty; the first that fits names the predicate. */
const VERBS: readonly (readonly [Predicate, RegExp])[] = [
  ['signed', /^(?:re)?sign(?:s|ed|ing)?$|^signator(?:y|ies)$|^signed up$/],
  ['ratified', /^ratif(?:y|ies|ied|ying)$/],
  ['joined', /^join(?:s|ed|ing)?$|^acced(?:e|es|ed|ing)$|^adher(?:e|es|ed)$|^adopt(?:s|ed|ing)$|^members?$/],
  ['bound', /^bound$|^binds?$/],
  ['party', /^part(?:y|ies)$/],
]

/** The predicate a verb or noun stands for. */
export const predicateOf = (word: string): Predicate | undefined =>
  VERBS.find(([, form]) => form.test(word.trim()))?.[0]

/** Verb forms in the past or present, and the nouns that stand for them, to follow a subject. */
export const STANDS =
  '(?<verb>signed|ratified|joined|acceded|adhered|signatory|signatories|party|parties|bound|sign|ratify|join|accede|adhere)'

/** Infinitives, to follow "to" or "will". */
export const DOES = '(?<verb>sign|ratify|join|accede|adhere)'

/** What may follow the treaty's name when the sentence speaks of the treaty itself, not of its talks or guest book. */
const MAY_FOLLOW =
  /^(?:$|[.,;:!?)\]”"’'—(]|(?:and|or|but|nor|which|that|who|in|on|at|since|after|before|when|while|where|because|although|though|yet|so|until|with|without|for|despite|along|together|this|last|next|too|either|banning|prohibiting|today|now|already|as of|as well|by D|by #|D|#|T)(?: |$))/

export const endsWithTreaty = (after: string): boolean => MAY_FOLLOW.test(after.trimStart())

/** Words that govern the State after them, so that it is not what the verb speaks of. */
export const GOVERNED =
  /(?:^| )(?:not|except|excepting|excluding|barring|bar|save|unlike|without|besides?|than|minus|of|to|in|with|from|by|for|against|on|at|towards?|alongside|despite|after|before|following|joining|since|via)(?: ,)? (?:the )?$|(?<=[^,] )but (?:the )?$|(?:^ ?|, )like (?:the )?$/

export const comparisonOf = (words: string | undefined): Comparison => {
  switch (words?.trim()) {
    case 'more than':
    case 'over':
      return 'more-than'
    case 'at least':
    case 'no fewer than':
      return 'at-least'
    case 'fewer than':
    case 'less than':
    case 'under':
      return 'fewer-than'
    case 'at most':
    case 'up to':
      return 'at-most'
    case 'nearly':
    case 'almost':
    case 'about':
    case 'around':
    case 'some':
    case 'roughly':
    case 'approximately':
      return 'about'
    default:
      return 'exactly'
  }
}

/** Whether a count fits a number as meant; `undefined` where "about" leaves it to judgement. */
export const compares = (count: number, comparison: Comparison, number: number): boolean | undefined => {
  switch (comparison) {
    case 'exactly':
      return count === number
    case 'more-than':
      return count > number
    case 'at-least':
      return count >= number
    case 'fewer-than':
      return count < number
    case 'at-most':
      return count <= number
    case 'about':
      return count === number ? true : Math.abs(count - number) <= number / 20 ? undefined : false
  }
}

export const comparisonInWords = (comparison: Comparison, number: number): string =>
  comparison === 'exactly' ? `${number}` : `${comparison.replace('-', ' ')} ${number}`

export const NEGATION =
  /(?:^| )(?:not|never|neither|nor|no longer|hasn't|haven't|hadn't|didn't|doesn't|don't|isn't|aren't|wasn't|weren't|won't)(?: |$)/

export const PREDICATE_WORDS: Readonly<Record<Predicate, string>> = {
  signed: 'signed',
  ratified: 'ratified',
  joined: 'joined',
  party: 'are parties to',
  bound: 'are bound by',
}
