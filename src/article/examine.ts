import { extractArticle } from './extract.ts'
import type { Extracted, Page } from './extracted.ts'
import { type OptOut, optOutsOf, reservesText } from './opt-outs.ts'
import type { SiteRule } from './site-rule.ts'

/** What a page gave, and what it asks of those who read it by machine. */
export type Examined = Extracted & { readonly optOuts: readonly OptOut[] }

/**
 * a page → its opt-outs → article or rejection. The text of a page that reserves it is not extracted, unless licensed. `told`
 * hears the opt-outs before extraction begins: they count also where the page is the end of its thread.
 */
export function examine(
  page: Page,
  told: (optOuts: readonly OptOut[]) => void = () => {},
  rules: readonly SiteRule[] = [],
): Examined {
  const optOuts = optOutsOf(page)
  told(optOuts)
  if (reservesText(optOuts) && !page.licensed) return { kind: 'rejected', reason: 'opted-out', optOuts }
  return { ...extractArticle(page, rules), optOuts }
}

/** Whether a copy of the page may be kept: not where it forbids one, nor where its text is not ours to extract later either. */
export function mayKeepCopy(examined: Examined): boolean {
  const isReserved = examined.kind === 'rejected' && examined.reason === 'opted-out'
  return !isReserved && !examined.optOuts.includes('noarchive')
}
