/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** What reaches past the right edge of the window, by tag and class; empty on a page that needs no sideways scroll. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > width + 0.5)
    const names = wide.map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''}`)
    return document.documentElement.scrollWidth > width ? ['the page', ...names] : names
  })
}

export interface Contrast {
  readonly text: string
  readonly ratio: number
}

/** Every visible text with its contrast to the nearest opaque ground (WCAG 2: at least 4.5 for text of this size). */
export function contrasts(page: Page): Promise<Contrast[]> {
  return page.evaluate(() => {
    const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
    const linear = (value: number) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)
    const luminance = ([r = 0, g = 0, b = 0]: number[]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    const ground = (element: Element | null): number[] => {
      if (element === null) throw new Error('a text stands on no opaque ground')
      const color = channels(getComputedStyle(element).backgroundColor)
      return color[3] === 0 ? ground(element.parentElement) : color
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: Contrast[] = []
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement
      const text = texts.currentNode.textContent?.trim()
      if (!element || !text || !element.checkVisibility()) continue
      const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))]
      found.push({ text, ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) })
    }
    return found
  })
}

/** Heading levels in the order of the page. */
export function headingLevels(page: Page): Promise<number[]> {
  return page.evaluate(() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((e) => Number(e.tagName.slice(1))))
}
