/** Where the servers are that `npm test` has started for all tests. */
export function testServices(): { readonly databaseUrl: string; readonly temporalAddress: string } {
  const { PINGSHEN_TEST_DATABASE: databaseUrl, PINGSHEN_TEST_TEMPORAL: temporalAddress } = process.env;
  if (databaseUrl !== undefined && temporalAddress !== undefined) return { databaseUrl, temporalAddress };
  throw new Error('这个测试需要服务器，请用 npm test -- 文件 运行。 / this test needs servers: run npm test -- FILE');
}
