/** A link element as written. */
export interface WrittenLink {
  readonly href: string
  readonly rel: string | null
  readonly type: string | null
  readonly base: string | null
}

/** Of an entry's links those that lead to its page, the likeliest first: no `rel` means alternate. */
export function chooseLinks(links: readonly WrittenLink[]): readonly WrittenLink[] {
  const pages = links.filter((link) => relation(link) === 'alternate')
  return [...pages.filter(isPage), ...pages.filter((link) => !isPage(link))]
}

function relation(link: WrittenLink): string {
  return (link.rel ?? 'alternate')
    .trim()
    .toLowerCase()
    .replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//, '')
}

function isPage(link: WrittenLink): boolean {
  return link.type === null || /^(text\/html|application\/xhtml\+xml)/i.test(link.type)
}
