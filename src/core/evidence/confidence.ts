/** How well a row is supported: high, two sources or a primary page; medium, one source; low, not shipped as fact. */
export type Confidence = 'high' | 'medium' | 'low'

export const isConfidence = (text: string): text is Confidence =>
  text === 'high' || text === 'medium' || text === 'low'
