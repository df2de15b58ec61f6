import request from 'supertest';
import { MeAnswer } from '../../../api/accounts/answers.js';
import { seed } from '../../../simulation/demo/seed.js';
import { type Installation, installation, startProduct } from '../../support/demo.js';
import { enrolThrough } from '../../support/session.js';

let place: Installation;
let testStack: Awaited<ReturnType<typeof startProduct>>;
beforeAll(async () => {
  place = await installation('first-operator');
  testStack = await startProduct(place.input, { worker: false });
});
afterAll(async () => {
  await testStack?.leave();
  await place?.remove();
});

const begin = async (operatorEmail = 'Head@example.cn') =>
  (await seed({ ...place.input, demo: false, operatorEmail })).firstOperator;
const signIn = async (credentials: { email: string; password: string }) => {
  const agent = request.agent(testStack.app);
  await agent.post('/api/auth/sign-in').send(credentials).expect(200);
  return agent;
};

test('an invalid address is refused with the name of its variable', () =>
  expect(begin('operator@localhost')).rejects.toThrow('PINGSHEN_OPERATOR_EMAIL'));

test('an empty installation gets one operator of every campaign, shown once, who must change the password first', async () => {
  const lost = await begin();
  const first = await begin();
  expect(first?.password).not.toBe(lost?.password);
  if (first === null) throw new Error('no account was created');
  expect(first.email).toBe('head@example.cn');
  const { body: config } = await request(testStack.app).get('/api/config').expect(200);
  expect(JSON.stringify(config)).not.toContain(first.email);

  const agent = await signIn(first);
  const me = async () => MeAnswer.parse((await agent.get('/api/me').expect(200)).body);
  expect(await me()).toMatchObject({ passwordChangeDue: true, roles: [] });
  const newPassword = '自己的一个密码-2024';
  await agent.post('/api/me/password').send({ currentPassword: first.password, newPassword }).expect(204);
  expect(await me()).toMatchObject({ passwordChangeDue: false, missingStep: 'enrolment', roles: [] });
  await enrolThrough(testStack, agent);
  expect(await me()).toMatchObject({ missingStep: null, roles: [{ role: 'operator', scope: null }] });
  await agent.post('/api/departments').send({ id: 'first-department', name: '工信局' }).expect(201);

  expect(await begin()).toBeNull();
  await signIn({ email: first.email, password: newPassword });
});

test('no account is created where there are accounts already', async () => {
  expect(await begin('second@example.cn')).toBeNull();
  expect(await testStack.db.user.count()).toBe(1);
});
