// Arrows go one way: portal → api → engine → workflows → activities → records. Every folder may use rules/ and config/,
// rules/ uses nothing. simulation/ and bench/ stand on top of the product, ops/ starts it.
const { readdirSync } = require('node:fs');

/** A newcomer finds a file among this many at a glance. */
const LARGEST_FOLDER = 27;

function refuseLargeFolders(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  if (files.length > LARGEST_FOLDER)
    throw new Error(`${folder} holds ${files.length} files side by side: split it by subject`);
  for (const entry of entries) {
    if (entry.isDirectory() && !/^(\.|node_modules|generated|dist|migrations|coverage)/.test(entry.name)) {
      refuseLargeFolders(`${folder}/${entry.name}`);
    }
  }
}
refuseLargeFolders(__dirname);

/** A file in the folder `from` may import only what `allowed` matches, and its own folder. */
const only = (from, allowed, comment, to = {}) => ({
  name: `${from.replace(/\W+/g, '-')}-imports-only`,
  comment,
  severity: 'error',
  from: { path: `^${from}` },
  to: { pathNot: [`^${from}`, ...allowed], ...to },
});

const packages = 'node_modules';
const builtIn =
  '^(node:)?(assert|async_hooks|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|perf_hooks|process|stream|timers|url|util|v8|vm|worker_threads|zlib)(/|$)';

module.exports = {
  forbidden: [
    only(
      'rules/',
      ['node_modules/(chinese-days|@noble/hashes)/'],
      'The law looks at nothing but a calendar and a hash.',
    ),
    only(
      'prover/',
      ['^rules/', 'node_modules/tsx/', builtIn],
      'Visits what the law can reach: it looks at nothing else.',
    ),
    only('config/', [packages, builtIn], 'What every process reads at its start depends on no part of the product.'),
    only('documents/', ['^rules/', packages, builtIn], 'Data in, bytes out.'),
    only('records/', ['^(rules|config)/', packages, builtIn], 'Persistence knows the law and the database.'),
    only(
      'activities/',
      ['^(records|documents|rules|config)/', packages, builtIn],
      'Effects go to records and documents.',
    ),
    only(
      'workflows/',
      ['^rules/', '^config/unreadable\\.ts$', 'node_modules/@temporalio/(workflow|common)/'],
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
      ['^(workflows|records|rules|config)/', packages, builtIn],
      'The client side of the engine, for the API and the worker alike.',
    ),
    only(
      'api/',
      // A letter reads the same in the mail and on the page of whoever it is for.
      [
        '^(engine|workflows|records|documents|prover|rules|config)/',
        '^activities/(renderLetters|mailer|sms/\\w+)\\.ts$',
        packages,
        builtIn,
      ],
      'The API dispatches to workflows and reads records.',
    ),
    only(
      'worker(\\.ts$|/)',
      ['^(engine|workflows|activities|records|documents|prover|rules|config)/', packages, builtIn],
      'A worker puts workflows, activities and background jobs together.',
    ),
    only('portal/', ['^rules/', packages], 'The portal talks to the API over HTTP only.'),
    {
      name: 'ops-is-not-for-the-product',
      comment: 'Nothing that runs in production depends on what starts it.',
      severity: 'error',
      from: { pathNot: ['^(ops|simulation|bench|test)/'] },
      to: { path: '^(ops|simulation|bench|test)/' },
    },
    {
      name: 'ops-is-below-simulation-and-bench',
      comment: 'Only the demo is seeded from below: `npm start` loads it at its end.',
      severity: 'error',
      from: { path: '^ops/' },
      to: { path: '^(simulation|bench|test)/', pathNot: ['^simulation/demo/seed\\.ts$'] },
    },
    only(
      'simulation/',
      ['^(ops|worker|api|engine|workflows|activities|records|documents|prover|rules|config)/', packages, builtIn],
      'Samples, demo and rehearsal drive the product; benchmarks and tests build on them.',
    ),
    {
      name: 'nothing-depends-on-tests',
      severity: 'error',
      comment: 'Neither product nor benchmarks import tests.',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'only-records-knows-prisma',
      comment: 'The only folder that imports the database client. ops/ generates it and compares schemas.',
      severity: 'error',
      from: {
        pathNot: ['^records/', '^ops/migrations/(schemaEngine|prismaClient)\\.ts$', '^prisma\\.config\\.ts$'],
      },
      to: { path: ['^records/generated/', 'node_modules/(@prisma|prisma)/'] },
    },
    {
      name: 'zod-stays-in-the-api',
      comment: 'It doubles the workflow bundle and slows replay.',
      severity: 'error',
      from: { pathNot: ['^(api|test|ops/verify)/'] },
      to: { path: 'node_modules/(zod|@asteasolutions/zod-to-openapi)/' },
    },
    {
      name: 'traces-have-one-place',
      comment: 'What says which attributes leave the process.',
      severity: 'error',
      from: { pathNot: ['^config/tracing/', '^test/'] },
      to: { path: 'node_modules/(@opentelemetry|@temporalio/interceptors-opentelemetry)/' },
    },
    {
      name: 'traces-are-loaded-on-demand',
      comment: 'Without a collector none of these libraries is loaded.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^config/tracing/openTelemetry\\.ts$', dynamic: false },
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
