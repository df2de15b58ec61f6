export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
  // Runs suites as plain Node modules: what they import is loaded once a process and not once a suite.
  runner: '<rootDir>/test/plainRunner.js',
  setupFilesAfterEnv: ['<rootDir>/test/support/timeLimit.ts'],
  testSequencer: '<rootDir>/test/longestFirst.js',
  maxWorkers: 3,
};
