/** Colours, type and the frame of every page. Each text colour has at least 4.5 : 1 on its ground, light and dark. */
export const pageStyle = /* css */ `
:root {
  color-scheme: light dark;
  --ground: #fbfaf7; --raised: #ffffff; --ink: #1d1b18; --soft: #595349; --line: #dcd7cc; --link: #17497a; --mark: #8a2f12;
  --left: #2f4f9e; --lean-left: #8ea5da; --center: #8b877e; --lean-right: #dda158; --right: #a8500f; --unknown: #ffffff;
  --serif: Charter, 'Bitstream Charter', 'Iowan Old Style', 'Sitka Text', Cambria, Georgia, serif;
  --sans: system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #161513; --raised: #1f1d1a; --ink: #ece7de; --soft: #b5ac9d; --line: #3b3732; --link: #9cc5ef; --mark: #f0a583;
    --left: #6d8fe8; --lean-left: #aabdec; --center: #928d83; --lean-right: #e8b878; --right: #d0762c; --unknown: #161513;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 0 1.125rem; max-width: 70rem; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); overflow-wrap: anywhere;
}
@media (min-width: 40rem) { body { padding: 0 2rem; font-size: 1.1875rem; } }
h1, h2, h3, h4 { line-height: 1.22; margin: 0; text-wrap: balance; }
p, ul, ol, blockquote, figure { margin: 0 0 0.75em; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 0.17rem solid var(--link); outline-offset: 0.17rem; border-radius: 0.12rem; }
main:focus { outline: none; }
svg { display: block; }
.skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: var(--raised); }
.skip:focus { left: 0.5rem; top: 0.5rem; }
.masthead { text-align: center; padding: 1.1rem 0 0.9rem; border-bottom: 3px double var(--line); margin-bottom: 2rem; }
.masthead a { color: var(--ink); text-decoration: none; font-size: 1.5em; font-weight: 700; letter-spacing: -0.01em; }
.masthead p { margin: 0; }
.masthead p, .meta, .members, .reason, .leanings, .missing, summary, .rests-on, .tag, footer, .days, figcaption {
  font-family: var(--sans); font-size: 0.875rem; line-height: 1.5;
}
.masthead p, .meta, .reason, .leaning, footer, figcaption { color: var(--soft); }
.section {
  font: 600 0.8125rem/1.4 var(--sans); color: var(--mark); text-transform: uppercase; letter-spacing: 0.06em; margin-bottom: 0.6em;
}
.tag {
  display: inline-block; padding: 0 0.45em; border: 1px solid var(--mark); border-radius: 0.25em; color: var(--mark);
  font-size: 0.75rem; font-weight: 600;
}
footer { margin-top: 3.5rem; padding: 1.25rem 0 2.5rem; border-top: 1px solid var(--line); }
`
