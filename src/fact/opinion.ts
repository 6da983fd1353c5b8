import type { Article } from '../article/article.ts'

const shelf =
  /\b(?:opinions?|commentary|comment|editorials?|columns?|columnists?|op-?eds?|perspectives?|viewpoints?|letters|ideas)\b/i
const path = /\/(?:opinions?|commentary|commentisfree|comment|editorials?|op-?ed|columnists?|blogs?)\//i
const label = /^(?:opinion|comment|editorial|column|op-?ed)\s*[|:–—-]/i
const nameOfDesk = /\b(?:opinion|editorial|op-?ed|guest writer|guest column)\b/i

/** Does the piece argue rather than report, as far as its outlet says so (kind, shelf, address, label, desk)? */
export function isOpinion(article: Article): boolean {
  const { source, sections, url, title } = article
  if (source.kind === 'opinion' || nameOfDesk.test(source.name)) return true
  return sections.some((section) => shelf.test(section)) || (url !== null && path.test(url)) || label.test(title)
}
