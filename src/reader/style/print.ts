/** On paper: no navigation, no folds, and the addresses of the articles. */
export const printStyle = /* css */ `
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11pt; background: none; color: #000; }
  .skip, .days, footer { display: none; }
  .perspective, .card, .facts > li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .articles a::after { content: ' (' attr(href) ')'; font-size: 0.8em; }
}
`
