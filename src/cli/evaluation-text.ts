import type { Evaluation, Score } from '../story/evaluate.ts'
import type { SizeClass } from '../story/story-sizes.ts'
import type { EvaluationReport, WorstStory } from './evaluation-of-files.ts'
import { printable, shortened } from './printable.ts'

/** The figures of an evaluation in a few lines. */
export function figuresText({ articles, missing, bCubed, pairwise, singletonFloor }: Evaluation): string {
  return [
    `judged ${articles} articles${missing > 0 ? `; ${missing} of gold not in the input` : ''}`,
    `B-cubed  ${scoreText(bCubed)}; every article by itself: ${singletonFloor.toFixed(3)}`,
    `pairwise ${scoreText(pairwise)}\n`,
  ].join('\n')
}

const scoreText = ({ precision, recall, f1 }: Score) =>
  `F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`

/** All of an evaluation; titles are cut so that no line is longer than `width`. */
export function evaluationText(report: EvaluationReport, width: number): string {
  const { together, found, gold } = report.pairs
  const lines = [
    ...sizesText(report.sizes),
    ...worstText(`worst splits: ${gold - together} of ${gold} gold pairs lost`, report.splits),
    ...worstText(`worst merges: ${found - together} of ${found} found pairs foreign`, report.merges),
  ]
  return figuresText(report) + lines.map((line) => `${shortened(line, width)}\n`).join('')
}

function sizesText(sizes: readonly SizeClass[]): string[] {
  const filled = sizes.filter((size) => size.found + size.gold > 0)
  const row = (size: string, found: string | number, gold: string | number) =>
    `${size.padEnd(10)}${String(found).padStart(8)}${String(gold).padStart(8)}`
  return ['', row('articles', 'found', 'gold'), ...filled.map((size) => row(rangeText(size), size.found, size.gold))]
}

function rangeText({ from, to }: SizeClass): string {
  if (to === null) return `${from} on`
  return from === to ? String(from) : `${from} to ${to}`
}

function worstText(heading: string, stories: readonly WorstStory[]): string[] {
  return ['', heading, ...stories.flatMap(storyText)]
}

function storyText({ story, articles, pairs, stories, parts }: WorstStory, at: number): string[] {
  const unshown = stories - parts.length
  return [
    `${String(at + 1).padStart(2)}. ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}: ${articles} articles in ${stories} stories (${printable(story)})`,
    ...parts.flatMap((part) =>
      part.titles.map((title, first) => `${(first === 0 ? `${part.articles} ×` : '').padStart(9)} ${oneLine(title)}`),
    ),
    ...(unshown > 0 ? [`${''.padStart(9)} and ${unshown} more`] : []),
  ]
}

const oneLine = (title: string) => printable(title.replace(/\s+/g, ' ').trim()) || '(no title)'
