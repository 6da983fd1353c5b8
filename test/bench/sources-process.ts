import { parsedCatalogue } from '../../src/cli/catalogue-file.ts'

export interface LoadFigures {
  readonly sources: number
  readonly seconds: number
  readonly peakMb: number
}

process.on('message', async ({ file }: { readonly file: string }) => {
  const began = performance.now()
  const parsed = await parsedCatalogue(file)
  const figures: LoadFigures = {
    sources: parsed.kind === 'catalogue' ? parsed.sources.length : 0,
    seconds: (performance.now() - began) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }
  process.send?.(figures)
})
process.on('disconnect', () => process.exit())
