import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { oidcSettings } from '../../../config/oidcSettings.js';

const given = {
  OIDC_ISSUER: 'https://sso.example.gov.cn',
  OIDC_CLIENT_ID: 'pingshen',
  OIDC_CLIENT_SECRET: 'secret',
};
const read = (variables: Readonly<Record<string, string | undefined>>) => oidcSettings((name) => variables[name]);

test('without an issuer there is no single sign-on; with one, a verified telephone number finds the account', () => {
  expect(read({})).toBeUndefined();
  expect(read(given)).toMatchObject({ match: 'phone', claim: 'phone_number', verifiedClaim: 'phone_number_verified' });
  const own = { OIDC_MATCH: 'idNumber', OIDC_CLAIM: 'cert_no', OIDC_VERIFIED_CLAIM: 'none' };
  expect(read({ ...given, ...own })).toMatchObject({ match: 'idNumber', claim: 'cert_no', verifiedClaim: null });
});

test('the secret may lie in a file', () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'pingshen-oidc-')), 'secret');
  writeFileSync(file, 'from a file\n');
  const variables = { ...given, OIDC_CLIENT_SECRET: undefined, OIDC_CLIENT_SECRET_FILE: file };
  expect(read(variables)?.clientSecret).toBe('from a file');
});

test.each([
  ['OIDC_CLIENT_ID', undefined],
  ['OIDC_CLIENT_SECRET', undefined],
  ['OIDC_MATCH', 'name'],
  ['OIDC_ISSUER', 'http://sso.example.gov.cn'],
])('%s as %s is refused by its name', (name, value) => {
  expect(() => read({ ...given, [name]: value })).toThrow(name);
});
