// Arrows go one way: portal → api → engine → workflows → activities → records. Every room may look at rules/, rules/ at nothing.

/** Whoever is in the room `from` may import only what `allowed` matches (and the room itself). */
const only = (from, allowed, comment, to = {}) => ({
  name: `${from.replace(/\W+/g, '-')}-imports-only`,
  comment,
  severity: 'error',
  from: { path: `^${from}` },
  to: { pathNot: [`^${from}`, ...allowed], ...to },
});

const packages = 'node_modules';
const builtIn =
  '^(node:)?(assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|perf_hooks|process|stream|timers|url|util|v8|vm|worker_threads|zlib)(/|$)';

module.exports = {
  forbidden: [
    only(
      'rules/',
      ['node_modules/(chinese-days|@noble/hashes)/'],
      'The law looks at nothing but a calendar and a hash.',
    ),
    only('documents/', ['^rules/', packages, builtIn], 'Paper is data in, bytes out.'),
    only('records/', ['^rules/', packages, builtIn], 'Memory knows the law and the database.'),
    only('activities/', ['^(records|documents|rules)/', packages, builtIn], 'Effects go to records and documents.'),
    only(
      'workflows/',
      ['^rules/', 'node_modules/@temporalio/(workflow|common)/'],
      'A workflow is deterministic: it asks the law and waits.',
      { dependencyTypesNot: ['type-only'] },
    ),
    {
      name: 'workflows-know-activities-by-type',
      comment: 'Of activities a workflow knows the types; nothing else of the outside.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { dependencyTypes: ['type-only'], pathNot: ['^(workflows|rules|activities)/', 'node_modules/@temporalio/'] },
    },
    only(
      'engine/',
      ['^(workflows|records|rules)/', packages, builtIn],
      'The way into the engine, for the door as for the worker.',
    ),
    only(
      'api/',
      // What a letter says is the same in the mail and on the page of whoever it is for.
      [
        '^(engine|workflows|records|documents|rules)/',
        '^activities/tellLetters\\.ts$',
        '^ops/(environment|keys|temporalConnection)\\.ts$',
        packages,
        builtIn,
      ],
      'The door calls workflows and reads records.',
    ),
    only(
      'worker(\\.ts$|/)',
      [
        '^(engine|workflows|activities|records|documents|rules)/',
        '^ops/(environment|keys|temporalConnection)\\.ts$',
        packages,
        builtIn,
      ],
      'A worker puts workflows and activities together.',
    ),
    only('portal/', ['^rules/', packages], 'The window talks to the door over HTTP only.'),
    {
      name: 'ops-is-not-for-the-product',
      comment:
        'Nothing that runs in production leans on what starts it. The environment and the keys are read in one place.',
      severity: 'error',
      from: { pathNot: ['^(ops|test)/'] },
      to: { path: '^(ops|test)/', pathNot: ['^ops/(environment|keys|temporalConnection)\\.ts$'] },
    },
    {
      name: 'only-records-knows-prisma',
      comment: 'The only room that imports the database client. ops/ drives its schema engine for migrations.',
      severity: 'error',
      from: {
        pathNot: ['^records/', '^ops/(migrationAdapter|schemaEngine|prismaClient)\\.ts$', '^prisma\\.config\\.ts$'],
      },
      to: { path: ['^records/generated/', 'node_modules/(@prisma|prisma)/'] },
    },
    {
      name: 'zod-stays-at-the-door',
      comment: 'It doubles the workflow bundle and slows replay.',
      severity: 'error',
      from: { pathNot: ['^(api|test)/'] },
      to: { path: 'node_modules/(zod|@asteasolutions/zod-to-openapi)/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other to run are one idea or three; types may know each other.',
      severity: 'error',
      from: { pathNot: ['^records/generated/'] },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^records/generated/'] },
    exclude: { path: ['^\\.data/', '^coverage/', '^portal/dist'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
