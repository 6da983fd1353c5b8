/** How many items a document declares: `<item>` and `<entry>` under any prefix, none inside another or in a comment. */
export function declaredItems(document: string): number {
  const markup = document.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>/gs, '')
  let count = 0
  let depth = 0
  for (const [tag, slash] of markup.matchAll(/<(\/?)(?:[\w.-]+:)?(?:item|entry)(?=[\s/>])[^<>]*>/gi)) {
    if (slash === '/') depth = Math.max(0, depth - 1)
    else if (depth === 0) count += 1
    if (slash === '' && !tag.endsWith('/>')) depth += 1
  }
  return count
}
