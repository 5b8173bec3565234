/** An error of the API in the form of RFC 9457 (application/problem+json). */
export interface ApiProblem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly suggestions?: readonly string[]
}

export const PROBLEM_TYPE = 'application/problem+json'

const NOT_ANSWERED = 'This question cannot be answered.'

/** The problem that a question is not put as HTTP or the address asks for it. */
export const notAnswered = (
  status: number,
  detail: string,
  suggestions: readonly string[] = [],
): ApiProblem => ({
  type: 'about:blank',
  title: NOT_ANSWERED,
  status,
  detail,
  ...(suggestions.length > 0 && { suggestions }),
})

/** The problem that a question cannot be understood: what was wrong, and what to ask instead. */
export const badQuestion = (title: string, detail: string, suggestions: readonly string[]): ApiProblem => ({
  type: 'about:blank',
  title,
  status: 400,
  detail,
  ...(suggestions.length > 0 && { suggestions }),
})
