import { Command } from 'commander'
import { bundlesBench } from './bundles.ts'
import { conformanceBench } from './conformance.ts'
import { feedsBench } from './feeds.ts'
import { independenceBench } from './independence.ts'
import { leaningBench } from './leaning.ts'
import { pagesBench } from './pages.ts'
import { sourcesBench } from './sources.ts'
import { storiesBench } from './stories.ts'

const program = new Command('bench')
  .usage('NAME [options]')
  .description('Measures Parallax beside what one would use instead: npm run bench -- NAME [options]')
  .addCommand(feedsBench())
  .addCommand(conformanceBench())
  .addCommand(pagesBench())
  .addCommand(independenceBench())
  .addCommand(storiesBench())
  .addCommand(leaningBench())
  .addCommand(bundlesBench())
  .addCommand(sourcesBench())

if (process.argv.length === 2) program.outputHelp()
else await program.parseAsync()
