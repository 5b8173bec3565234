/** One step of an answer: what holds, under which provision, and on whose word. */
export interface Reason {
  /** The provision that makes the step, as `CCM art. 17(2)`; empty for a step that states a fact only. */
  readonly provision: string
  readonly text: string
  /** The source of the fact the step rests on; empty where the step is arithmetic. */
  readonly source: string
}
