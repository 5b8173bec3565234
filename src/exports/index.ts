export {
  type Annotated,
  type Annotation,
  type AnnotationCollection,
  annotationCollection,
  type NamedText,
} from './annotations.ts'
