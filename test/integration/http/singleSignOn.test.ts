import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { hashPassword } from '../../../api/accounts/passwordHash.js';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { sealIdNumber } from '../../../records/people/registrants.js';
import { callerWith, createOffice, type Office } from '../../support/office.js';
import { quickHash, sessionFor } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { type OidcProvider, startOidcProvider } from './oidcProvider.js';

let provider: OidcProvider;
let api: TestApi;
let office: Office;
beforeAll(async () => {
  provider = await startOidcProvider();
  api = await startTestApi({
    name: 'single_sign_on',
    at: '2024-07-20T10:00:00+08:00',
    worker: false,
    oidc: provider.settings,
  });
  office = await createOffice(api);
});
afterAll(async () => {
  await api.close();
  await provider.close();
});

const path = '/api/auth/single-sign-on';
const aPhone = () => `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
const cookiesOf = (headers: Record<string, unknown>) =>
  ((headers['set-cookie'] ?? []) as string[]).map((cookie) => cookie.split(';')[0] ?? '');
const session = (cookies: readonly string[]) =>
  cookies.find((one) => /session=./.test(one))?.replace(/^[^=]*=/, '') ?? null;

/** Begins at the product and signs in at the provider. Returns the address that leads back, and the browser's cookies. */
async function leave(app = api.app, from = '/membership') {
  const { headers } = await supertest(app).get(path).query({ from }).expect(302);
  const there = new URL(String(headers.location));
  const { headers: back } = await fetch(there, { redirect: 'manual' });
  return { there, back: new URL(back.get('location') ?? ''), cookies: cookiesOf(headers) };
}
async function comeBack({ back, cookies }: { readonly back: URL; readonly cookies: readonly string[] }, app = api.app) {
  const { headers } = await supertest(app)
    .get(back.pathname + back.search)
    .set('Cookie', cookies.join('; '))
    .expect(302);
  return { to: String(headers.location), key: session(cookiesOf(headers)) };
}
const signIn = async (app = api.app, from?: string) => await comeBack(await leave(app, from), app);
const verified = (phone: string, sub = phone) => ({
  claims: { sub, phone_number: phone, phone_number_verified: true },
});
async function withPhone(personId: string) {
  const phone = aPhone();
  await api.db.user.update({ where: { id: personId }, data: { phone } });
  return phone;
}
const failures = () => api.db.accessEntry.count({ where: { kind: 'sign_in_failed' } });

test('somebody registered signs in with a verified number, by PKCE, state and nonce, and returns to the page', async () => {
  const phone = await withPhone(office.ids.applicant);
  provider.signedIn = verified(`+86 ${phone}`);
  const left = await leave();
  for (const name of ['state', 'nonce', 'code_challenge']) expect(left.there.searchParams.get(name)).toMatch(/.{20}/);
  expect(left.there.searchParams.get('code_challenge_method')).toBe('S256');
  const { to, key } = await comeBack(left);
  expect(to).toBe('/membership');
  const { body } = await callerWith(api.app, key ?? '')
    .get('/api/me')
    .expect(200);
  expect(body).toMatchObject({ personId: office.ids.applicant, missingStep: null });
  expect(await api.db.accessEntry.count({ where: { kind: 'sign_in', personId: office.ids.applicant } })).toBe(1);
  // What led in leads in once.
  expect(await comeBack(left)).toEqual({ to: '/sign-in?sso=failed', key: null });
  const config = await supertest(api.app).get('/api/config').expect(200);
  expect(config.body.singleSignOn).toBe('统一认证');
});

test('an operator still needs the second factor, and no role counts before', async () => {
  provider.signedIn = verified(await withPhone(office.ids.operator));
  const { key } = await signIn();
  const operator = callerWith(api.app, key ?? '');
  expect((await operator.get('/api/me').expect(200)).body).toMatchObject({ missingStep: 'code', roles: [] });
  expect((await operator.get('/api/people').expect(403)).body.code).toBe('sign_in_incomplete');
});

test('who is not registered is sent to register: no account is opened, and the attempt is in the access log', async () => {
  const people = await api.db.user.count();
  const before = await failures();
  provider.signedIn = verified(aPhone());
  expect(await signIn()).toEqual({ to: '/register?sso=unknown', key: null });
  expect(await api.db.user.count()).toBe(people);
  const phone = aPhone();
  await api.db.user.create({ data: { id: randomUUID(), name: '未启用', phone, passwordChangeDue: true } });
  provider.signedIn = verified(phone);
  expect(await signIn()).toEqual({ to: '/sign-in?sso=unopened', key: null });
  expect(await failures()).toBe(before + 1);
});

test.each([
  ['unverified', { phone_number_verified: false }],
  ['unverified', { phone_number_verified: 'true' }],
  ['unverified', { phone_number_verified: undefined }],
  ['unverified', { phone_number: undefined }],
  ['unverified', { phone_number: ['13900000000'] }],
])('a claim that is %s signs nobody in: %j', async (why, claims) => {
  const phone = await withPhone(office.ids.stranger);
  provider.signedIn = { claims: { ...verified(phone).claims, ...claims } };
  expect(await signIn()).toEqual({ to: `/sign-in?sso=${why}`, key: null });
});

test.each([
  ['another nonce', { idToken: { nonce: 'planted' } }],
  ['another client', { idToken: { aud: 'another' } }],
  ['another issuer', { idToken: { iss: 'https://elsewhere.example' } }],
  ['an end in the past', { idToken: { exp: 1 } }],
  ['another subject than the claims', { idToken: { sub: 'somebody else' } }],
  ['a key that is not the service’s', { otherKey: true }],
])('an ID token with %s signs nobody in', async (_, departure) => {
  provider.signedIn = { ...verified(await withPhone(office.ids.stranger)), ...departure };
  expect(await signIn()).toEqual({ to: '/sign-in?sso=failed', key: null });
});

test('an answer counts only in the browser that began, with its state, within ten minutes', async () => {
  provider.signedIn = verified(await withPhone(office.ids.stranger));
  const [mine, other] = [await leave(), await leave()];
  const failed = { to: '/sign-in?sso=failed', key: null };
  for (const cookies of [[], ['pingshen.sso=%E0%A4%A'], ['pingshen.sso=a']])
    expect(await comeBack({ back: mine.back, cookies })).toEqual(failed);
  expect(await comeBack({ back: mine.back, cookies: other.cookies })).toEqual(failed);
  expect(await comeBack({ back: mine.back, cookies: ['pingshen.sso=forged'] })).toEqual(failed);
  const refused = new URL(other.back);
  refused.search = '?error=access_denied';
  expect(await comeBack({ ...other, back: refused })).toEqual(failed);
  const slow = await leave();
  api.authenticatorClock.pass(11 * 60_000);
  expect(await comeBack(slow)).toEqual(failed);
});

test('an account is theirs who signed in to it first, whoever has the number later, until an operator releases it', async () => {
  const { chair: personId } = office.ids;
  const phone = await withPhone(personId);
  const bound = { to: '/sign-in?sso=bound', key: null };
  provider.signedIn = verified(phone, 'first');
  expect((await signIn()).key).not.toBeNull();
  const before = await failures();
  // The number was given to somebody else, who verified it there.
  provider.signedIn = verified(phone, 'second');
  expect(await signIn()).toEqual(bound);
  expect(await failures()).toBe(before + 1);
  // Who has an account does not get another by the number of its holder.
  provider.signedIn = verified(await withPhone(office.ids.department), 'first');
  expect(await signIn()).toEqual(bound);

  const fresh = await sessionFor(api.db, office.ids.operator, api.authenticatorClock.now());
  const operator = callerWith(api.app, fresh);
  const release = `/api/people/${personId}/single-sign-on`;
  const shown = async () => (await operator.get(`/api/people?q=${phone}`).expect(200)).body.items[0].signOnBound;
  expect(await shown()).toBe(true);
  await office.as('office').delete(release).expect(403);
  await operator.delete(release).expect(204);
  await operator.delete(release).expect(404);
  expect(await shown()).toBe(false);
  const entry = { kind: 'sign_on_released', personId: office.ids.operator, subjectId: personId };
  expect(await api.db.accessEntry.count({ where: entry })).toBe(1);
  provider.signedIn = verified(phone, 'second');
  expect((await signIn()).key).not.toBeNull();
  provider.signedIn = verified(phone, 'first');
  expect(await signIn()).toEqual(bound);
});

test('nobody is led to another site', async () => {
  provider.signedIn = verified(await withPhone(office.ids.unit));
  for (const from of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])
    expect((await signIn(api.app, from)).to).toBe('/');
});

test('an ID number counts where the person registered with it, and not where somebody wrote it into a form', async () => {
  const settings = { ...provider.settings, match: 'idNumber', claim: 'id_number', verifiedClaim: null } as const;
  const app = createApp({ ...api.deps, oidc: settings, metrics: createMetrics() });
  const idNumber = '11010519491231002X';
  provider.signedIn = { claims: { sub: 'real', id_number: idNumber.toLowerCase() } };
  expect((await signIn(app)).to).toBe('/register?sso=unknown');
  const { id } = await api.db.user.create({ data: { id: randomUUID(), name: '实名', email: `${randomUUID()}@a.cn` } });
  await api.db.credential.create({ data: { personId: id, passwordHash: await hashPassword(randomUUID(), quickHash) } });
  const { hash, sealed } = await sealIdNumber(api.db, id, idNumber);
  await api.db.identity.create({ data: { personId: id, idNumberHash: hash, sealed } });
  const { key } = await signIn(app);
  expect(
    (
      await callerWith(app, key ?? '')
        .get('/api/me')
        .expect(200)
    ).body.personId,
  ).toBe(id);
});

test('without settings there is no button and no way in; a service out of reach says so on the sign-in page', async () => {
  const plain = createApp({ ...api.deps, oidc: null, metrics: createMetrics() });
  expect((await supertest(plain).get('/api/config').expect(200)).body.singleSignOn).toBeNull();
  await supertest(plain).get(path).expect(404);
  await supertest(plain).get(`${path}/callback?code=x&state=y`).expect(404);
  const gone = createApp({
    ...api.deps,
    oidc: { ...provider.settings, issuer: 'http://127.0.0.1:9' },
    metrics: createMetrics(),
  });
  const { headers } = await supertest(gone).get(path).expect(302);
  expect(headers.location).toBe('/sign-in?sso=failed');
});
