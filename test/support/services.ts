function variable(name: string): string {
  const value = process.env[name];
  if (value !== undefined) return value;
  throw new Error('这个测试需要服务器，请用 npm test -- 文件 运行。 / this test needs servers: run npm test -- FILE');
}

/** The servers that `npm test` has started for all suites. */
export const testServices = {
  get databaseUrl(): string {
    return variable('PINGSHEN_TEST_DATABASE');
  },
  /** the same server, under the role the product uses */
  get productDatabaseUrl(): string {
    return variable('PINGSHEN_TEST_PRODUCT_DATABASE');
  },
  get temporalAddress(): string {
    return variable('PINGSHEN_TEST_TEMPORAL');
  },
  get browserEndpoint(): string {
    return variable('PINGSHEN_TEST_BROWSER');
  },
};
