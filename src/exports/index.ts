export { type Anchor, type OrphanReason, type Reanchored, reanchor } from './anchors.ts'
export {
  type Annotated,
  type Annotation,
  type AnnotationCollection,
  annotationCollection,
  type NamedText,
} from './annotations.ts'
export type { NotAnnotations } from './incoming.ts'
