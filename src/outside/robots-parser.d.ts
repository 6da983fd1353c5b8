// The package's own types describe a default export that its CommonJS file does not have.
declare module 'robots-parser/index.js' {
  export default function robotsParser(
    url: string,
    text: string,
  ): {
    isAllowed(url: string, userAgent?: string): boolean | undefined
    getCrawlDelay(userAgent?: string): number | undefined
  }
}
