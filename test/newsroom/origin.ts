/**
 * Where an outlet lives, without a slash at the end. Names below `localhost` lead to this machine (RFC 6761), in
 * browsers and in our fetcher alike, so nothing has to be written into /etc/hosts.
 */
export function originOf(outletId: string, port: number): string {
  return `http://${outletId}.localhost:${port}`
}
