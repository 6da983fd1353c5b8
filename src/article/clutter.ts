const never = 'script, style, template, [role="dialog"], [role="alertdialog"], [aria-modal="true"]'
const boxes = 'div, section, aside, ul, ol, p, span, header, footer, table'
// Consent tools call their boxes by their product's name, on whatever site they stand.
const clutterName =
  /onetrust|didomi|truste|usercentrics|sp_message|cookie|consent|gdpr|ccpa|newsletter|author-?(?:bio|box|info|card)|byline|(?:^|[\s_-])(?:share|sharing|social)(?:$|[\s_-])/i

/**
 * Takes out what Readability tends to leave in: dialogs, and boxes named for consent, newsletters, bylines and sharing.
 * A box with a fifth of the page's text stays, whatever it is called: some outlets name the whole page after its dialog.
 */
export function removeClutter(document: Document): void {
  for (const element of [...document.querySelectorAll(never)]) element.remove()
  const limit = (document.body.textContent?.length ?? 0) / 5
  for (const element of [...document.querySelectorAll(boxes)]) {
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    if (clutterName.test(name) && (element.textContent?.length ?? 0) < limit) element.remove()
  }
}
