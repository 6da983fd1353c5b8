import { farmItem } from './items.ts'
import type { FarmPlan } from './plan.ts'
import { reply } from './reply.ts'

/** An item's page: its title and its text in paragraphs. */
export function pageAt(plan: FarmPlan, host: number, path: string): Buffer | null {
  const [, owner, number] = /^\/pages\/(shared|\d+)\/(\d+)$/.exec(path) ?? []
  const feed = owner === 'shared' ? plan.feeds.find((one) => one.host === host) : plan.feeds[Number(owner)]
  if (feed === undefined || feed.host !== host) return null
  const { title, text, publishedAt } = farmItem(plan, feed, Number(number))
  const heading = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return reply(
    200,
    { 'content-type': 'text/html; charset=utf-8' },
    `<!DOCTYPE html><html lang="en"><head><title>${heading}</title></head><body><article><h1>${heading}</h1><time datetime="${publishedAt.toISOString()}"></time>${paragraphs(text)}</article></body></html>`,
  )
}

const paragraphs = (text: string) => text.replaceAll(/(?:[^.]+\.){1,3}/g, '<p>$&</p>')
