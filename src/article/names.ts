const prefix = /^(?:(?:written|reported|story|text)\s+)?(?:by|von|por|par|di|door|av|af|autor(?:in)?|author)[:\s]+/i
const between = /\s*[;|,、]\s*|\s+(?:and|und|et|y|och|og|en|&|\+|with)\s+/i
const address = /https?:|www\.|\.(?:com|org|net|html?)\b|@|[/:<>]/i
/** An initialism or a role behind the name: "Ann Smith (as)", "홍길동 기자". */
const suffix = /\s*\([^)]{1,12}\)$|\s*기자$/u

/** "By Ann Smith and Bo Li" → names. What cannot be a name (an address, a slug, a sentence, digits) is left out. */
export function namesIn(byline: string): string[] {
  const names = byline.replace(prefix, '').split(between)
  return names.map((name) => name.replace(prefix, '').replace(suffix, '').trim()).filter(isName)
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || name.split(' ').length > 6) return false
  const isSlug = /^[a-z]+(?:-[a-z]+)+$/.test(name)
  return /^\p{L}/u.test(name) && !isSlug && !address.test(name) && !/\d{3}|\d[.:/]\d|^\d|\s\d/.test(name)
}
