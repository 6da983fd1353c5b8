/** The host of an address, as politeness counts hosts; minted here only. */
export type Host = string & { readonly brand: 'Host' }

/** An absolute address → its host: lower case, without brackets, port and the root's dot; the empty host for what is no address. */
export function hostOf(url: string): Host {
  const hostname = URL.canParse(url) ? new URL(url).hostname : ''
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '') as Host
}
