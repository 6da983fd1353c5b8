import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Addresses the operator allows besides the public internet, such as 127.0.0.0/8 for the demo. */
export interface Cidr {
  readonly network: ipaddr.IPv4 | ipaddr.IPv6
  readonly prefixBits: number
}

export const forbiddenWhys = [
  'not-a-url',
  'scheme',
  'credentials',
  'port',
  'not-an-address',
  'zone-id',
  'metadata-service',
  'not-public',
] as const
export type ForbiddenWhy = (typeof forbiddenWhys)[number]
export type Verdict = { readonly kind: 'allowed' } | { readonly kind: 'forbidden'; readonly why: ForbiddenWhy }

const allowed: Verdict = { kind: 'allowed' }
const ports = new Set(['80', '443', '8080', '8443'])
const globalUnicast: readonly [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]
const nat64: readonly [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96]
// Azure's wire server: the one metadata service that stands on a public address.
const publicMetadata = new Set(['168.63.129.16'])

/** `10.0.0.0/8`, `fd00::/8` or a bare address → a range; null where it is none (short and octal forms included). */
export function parseCidr(text: string): Cidr | null {
  const [address = '', bits, ...more] = text.trim().split('/')
  const width = widthOf(address)
  if (width === null || more.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return null
  const prefixBits = bits === undefined ? width : Number(bits)
  return prefixBits <= width ? { network: parseExact(address), prefixBits } : null
}

/** @throws TypeError naming the first text that is no network. */
export function parseCidrs(texts: readonly string[]): Cidr[] {
  return texts.map((text) => {
    const cidr = parseCidr(text)
    if (cidr === null) throw new TypeError(`${text} is not a network such as 127.0.0.0/8`)
    return cidr
  })
}

/** May this resolved address be dialled? Only plain IPv4 and IPv6 text is an address here; names and short forms are not. */
export function judgeAddress(address: string, allowNet: readonly Cidr[]): Verdict {
  if (address.includes('%')) return forbidden('zone-id')
  if (isIP(address) === 0) return forbidden('not-an-address')
  const parsed = parsePlain(address)
  if (isWithin(parsed, allowNet)) return allowed
  return parsed.kind() === 'ipv4' ? judgeIpv4(parsed.toString()) : judgeIpv6(parsed.toString())
}

/** An address with its port: ports other than the web's are for allowed networks only. */
export function judgeEndpoint(address: string, port: string, allowNet: readonly Cidr[]): Verdict {
  const verdict = judgeAddress(address, allowNet)
  if (verdict.kind === 'forbidden' || ports.has(port)) return verdict
  return isWithin(parsePlain(address), allowNet) ? allowed : forbidden('port')
}

/**
 * Judges what can be known before DNS: scheme, credentials, port, and hosts that are addresses in any spelling (the URL
 * parser turns 0x7f.1, 2130706433 or full-width digits into plain addresses). Names pass; the connector judges what they resolve to.
 */
export function judgeUrl(url: string | URL, allowNet: readonly Cidr[]): Verdict {
  if (!URL.canParse(String(url))) return forbidden('not-a-url')
  const { protocol, username, password, hostname, port } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return forbidden('scheme')
  if (username !== '' || password !== '') return forbidden('credentials')
  const address = addressWithoutDns(hostname)
  if (address !== null) return judgeEndpoint(address, portOf(protocol, port), allowNet)
  // With an allowance a name may lead into it, on any port: the connector has the last word.
  return allowNet.length > 0 || ports.has(portOf(protocol, port)) ? allowed : forbidden('port')
}

/** The address that a URL's host stands for without asking DNS: literals and, by RFC 6761, localhost; null for other names. */
export function addressWithoutDns(hostname: string): string | null {
  const host = plainHost(hostname)
  if (host === 'localhost' || host.endsWith('.localhost')) return '127.0.0.1'
  return host.includes(':') || isIP(host) !== 0 ? host : null
}

/** A URL's hostname as one key per host: lower case, without brackets and without the root's dot. */
export function plainHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}

export function portOf(protocol: string, port: string): string {
  return port || (protocol === 'https:' ? '443' : '80')
}

function judgeIpv4(address: string): Verdict {
  if (publicMetadata.has(address)) return forbidden('metadata-service')
  return ipaddr.IPv4.parse(address).range() === 'unicast' ? allowed : forbidden('not-public')
}

function judgeIpv6(address: string): Verdict {
  const parsed = ipaddr.IPv6.parse(address)
  // Networks with DNS64 answer every IPv4-only name with such an address: as public as the IPv4 address inside.
  if (parsed.match(...nat64)) return judgeIpv4(ipaddr.fromByteArray(parsed.toByteArray().slice(12)).toString())
  const isPublic = parsed.match(...globalUnicast) && parsed.range() === 'unicast' && !isIsatap(parsed)
  return isPublic ? allowed : forbidden('not-public')
}

// ISATAP hides an IPv4 address behind any prefix.
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200)
}

// The kernel connects ::ffff:a.b.c.d as a.b.c.d, so that is what gets judged. No other embedding is unwrapped before the allowance.
function parsePlain(address: string): ipaddr.IPv4 | ipaddr.IPv6 {
  const parsed = parseExact(address)
  return parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed
}

// ipaddr.js reads ::a.b.c.d as ::ffff:a.b.c.d, another address; the URL parser spells it out.
function parseExact(address: string): ipaddr.IPv4 | ipaddr.IPv6 {
  if (isIP(address) === 4) return ipaddr.IPv4.parse(address)
  return ipaddr.IPv6.parse(new URL(`http://[${address}]/`).hostname.slice(1, -1))
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, nets: readonly Cidr[]): boolean {
  return nets.some(({ network, prefixBits }) => address.kind() === network.kind() && address.match(network, prefixBits))
}

function widthOf(address: string): 32 | 128 | null {
  if (address.includes('%') || isIP(address) === 0) return null
  return isIP(address) === 4 ? 32 : 128
}

function forbidden(why: ForbiddenWhy): Verdict {
  return { kind: 'forbidden', why }
}
