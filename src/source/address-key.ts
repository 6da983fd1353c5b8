/** http and https, with and without www or a last slash: the same page, and it would be fetched twice. */
export function addressKey(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '') : url
}
