/** The pages of a day and of a story. */
export const storyStyle = /* css */ `
h1 { font-size: clamp(1.7rem, 1.2rem + 2.4vw, 2.6rem); letter-spacing: -0.015em; max-width: 26em; margin-bottom: 0.4em; }
main > section, .story > section { margin-top: 2.75rem; }
.story > header, .story > section:not(.wide) { max-width: 40rem; margin-inline: auto; }
h2 a { color: var(--ink); text-decoration: none; }
h2 a:hover { text-decoration: underline; }
h2 { font-size: 1.3em; margin-bottom: 0.8rem; padding-top: 0.75rem; border-top: 1px solid var(--ink); }
.lede { font-size: 1.18em; line-height: 1.5; margin: 0.9rem 0; }
.facts { padding-left: 1.6em; }
.facts > li { padding-left: 0.3em; margin-bottom: 1em; }
.facts > li::marker { color: var(--mark); font-weight: 700; }
.facts p { margin-bottom: 0.25em; }
sup { font: 600 0.7rem/0 var(--sans); margin-left: 0.1em; }
sup a { text-decoration: none; padding: 0.25em; }

.perspectives { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.25rem; align-items: start; }
.perspective { min-width: 0; padding: 1.1rem 1.2rem; background: var(--raised); border: 1px solid var(--line); border-radius: 0.5rem; font-size: 0.95em; }
.perspective:only-child { max-width: 40rem; width: 100%; justify-self: center; }
.perspective h3 { margin-bottom: 0.4em; }
.perspective h4 { font: 600 0.875rem/1.4 var(--sans); margin: 1.1em 0 0.3em; }
.members { margin-bottom: 0.25em; }
.quotation { border-left: 3px solid var(--line); padding-left: 0.9em; }
.quotation blockquote { margin: 0; font-style: italic; }

.rests-on { color: var(--soft); margin: 0.35rem 0; }
summary { cursor: pointer; padding: 0.3rem 0; color: var(--link); width: fit-content; }
details > ol, details > ul, .rests-on ul { padding-left: 1.4em; }
.rests-on li, .articles li { margin-bottom: 0.5em; }
.rests-on p { margin: 0.25em 0; }
.rests-on blockquote { margin: 0.3em 0; padding-left: 0.7em; border-left: 2px solid var(--line); font-family: var(--serif); color: var(--ink); }
.rests-on :target, .rests-on li:target { outline: 2px solid var(--link); outline-offset: 0.3em; }
.articles .meta { display: block; }

.leanings { margin: 0.4rem 0 0.75rem; }
.leanings > svg { width: 100%; max-width: 24rem; height: 0.6rem; border: 1px solid var(--soft); border-radius: 0.3rem; }
.leanings ul { display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; padding: 0; margin: 0.3rem 0 0; list-style: none; color: var(--soft); }
.key { display: inline-block; width: 0.65em; height: 0.65em; border: 1px solid var(--soft); }
.fill-left { fill: var(--left); } .fill-lean-left { fill: var(--lean-left); } .fill-center { fill: var(--center); }
.fill-lean-right { fill: var(--lean-right); } .fill-right { fill: var(--right); } .fill-unknown { fill: var(--unknown); }
.missing { margin-bottom: 0.3em; }

.changes { padding-left: 1.2em; }
.changes li { margin-bottom: 0.9em; }
.changes p { margin: 0.2em 0; padding-left: 0.7em; border-left: 3px solid var(--line); }
.changes del { text-decoration: none; color: var(--soft); }
.changes ins { text-decoration: none; }
.changes mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-decoration-thickness: 0.08em; }

.card { padding-bottom: 1.1rem; }
.card + .card { padding-top: 1.25rem; border-top: 1px solid var(--line); }
@media (min-width: 52rem) {
  .card { display: grid; grid-template-columns: minmax(0, 40rem) minmax(14rem, 1fr); gap: 0 3rem; }
}
.card h3 { font-size: 1.2em; margin-bottom: 0.35em; }
.card h3 a { color: var(--ink); text-decoration: none; }
.card h3 a:hover { text-decoration: underline; }
.card p { margin-bottom: 0.4em; }
.days { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 2rem; margin-top: 3rem; }
`
