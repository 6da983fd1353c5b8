import { sharedDomain } from '../feed/shared-domain.ts'

/** What addresses of one outlet share: the registrable domain, else the host with its port. */
export function outletOf(url: string): string {
  const { hostname, host } = new URL(url)
  return sharedDomain(hostname) ?? host
}
