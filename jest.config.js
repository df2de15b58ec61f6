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
  // Generous, so that a loaded machine fails no test; a test that hangs is ended all the same.
  testTimeout: 120_000,
  maxWorkers: 3,
  // Module registries of ESM tests are not given back; a worker that has grown this large is replaced between two suites.
  workerIdleMemoryLimit: '1.5GB',
};
