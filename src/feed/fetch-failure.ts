/** Why a request gave no body: the closed list that fetch history counts under and back-off depends on. */
export const fetchFailures = [
  'dns',
  'refused',
  'tls',
  'timeout',
  'address-forbidden',
  'too-many-redirects',
  'too-large',
  'http-4xx',
  'http-5xx',
  'gone',
  'rate-limited',
  'blocked',
  'protocol',
] as const
export type FetchFailure = (typeof fetchFailures)[number]
