/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx'

/** The address if it is a web address, else null: a feed may name `javascript:` or `data:` as its page. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

/** A link to a page that is not ours and was chosen by a program: followed by readers, not vouched for to search engines. */
export function OutsideLink({ url, children }: PropsWithChildren<{ url: string | null }>) {
  const href = webAddress(url)
  if (href === null) return <bdi>{children}</bdi>
  return (
    <a href={href} rel="external noopener nofollow">
      <bdi>{children}</bdi>
    </a>
  )
}
