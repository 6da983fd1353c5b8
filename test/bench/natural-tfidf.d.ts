declare module 'natural/lib/natural/tfidf/tfidf.js' {
  export default class TfIdf {
    readonly documents: readonly object[]
    addDocument(words: string[]): void
    listTerms(document: number): { readonly term: string; readonly tfidf: number }[]
  }
}
