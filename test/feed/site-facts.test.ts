import fc from 'fast-check'
import { expect, test } from 'vitest'
import { siteFactsIn } from '../../src/feed/site-facts.ts'

const url = 'https://ledger.example/'
const facts = (head: string, lang = '') => siteFactsIn(`<html${lang}><head>${head}</head></html>`, url)

test('a page’s own words come before its title', () => {
  expect(
    facts(
      `<meta property="og:site_name" content=" The  Ledger "><meta property="og:locale" content="en_IE">
       <link rel="shortcut icon" href="/icon.png"><title>Home | News</title>`,
      ' lang="en"',
    ),
  ).toEqual({ name: 'The Ledger', language: 'en', country: 'IE', icon: 'https://ledger.example/icon.png' })
})

test('a publisher in JSON-LD tells its name and country', () => {
  const data = {
    '@graph': [{ '@type': 'NewsMediaOrganization', name: 'The Ledger', address: { addressCountry: { name: 'KE' } } }],
  }
  expect(facts(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toMatchObject({
    name: 'The Ledger',
    country: 'KE',
  })
  expect(facts('<script type="application/ld+json">{"@type": nothing</script>').name).toBeNull()
})

test.each([
  ['World news and more – The Ledger', 'The Ledger'],
  ['The Ledger', 'The Ledger'],
  ['', null],
])('of the title %j the outlet is %j', (title, name) => {
  expect(facts(`<title>${title}</title>`).name).toBe(name)
})

test('a region in html lang is a country; a bare language is none', () => {
  expect(facts('', ' lang="pt-BR"')).toMatchObject({ language: 'pt-BR', country: 'BR' })
  expect(facts('', ' lang="de"')).toMatchObject({ language: 'de', country: null })
})

test('no page is too strange to be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { icon } = siteFactsIn(
        `<title>${text}<meta property=og:site_name content="${text}"><link rel=icon href="${text}">`,
        url,
      )
      if (icon !== null) expect(new URL(icon).protocol).toMatch(/^https?:$/)
    }),
  )
})
