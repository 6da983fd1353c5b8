import { framedEvents, measureFrames } from './bench/bundles/frames.ts'
import { bundleOf } from './bench/bundles/stories.ts'
for (const e of framedEvents()) {
  const { found, byLeaning } = measureFrames([e]); console.log('##', e.event, found.f1.toFixed(3), found.precision.toFixed(3), found.recall.toFixed(3), byLeaning.f1.toFixed(3), e.articles.length)
  const name = new Map(e.articles.map((a) => [a.id, a.source.id + ':' + (a.source.leaning ?? '?')]))
  console.log('  gold ', e.frames.map((f) => f.join(',')).join(' | '))
  console.log('  found', bundleOf(e.event, e.articles).perspectives.map((p) => p.label + ': ' + p.members.map((m) => name.get(m)).join(',')).join(' | '))
}
console.log(JSON.stringify(measureFrames(framedEvents())))
