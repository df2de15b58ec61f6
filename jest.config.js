export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022', experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
  testSequencer: '<rootDir>/test/longestFirst.js',
  // Servers, workers and bundles: a test may take its time, a hanging one may not.
  testTimeout: 60_000,
  maxWorkers: 3,
  // Module registries of ESM tests are not given back; a worker that has grown this large is replaced between two suites.
  workerIdleMemoryLimit: '1.5GB',
};
