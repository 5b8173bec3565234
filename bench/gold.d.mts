/** What a gold file says of a document, in the form of `corpus/README.md`. */
export interface Gold {
  readonly cable?: object | null
}
export interface GoldFile {
  readonly name: string
  readonly path: string
  readonly gold: Gold
}
export const goldIn: (folder: string, texts?: string) => readonly GoldFile[]
