import { createHash } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import type { DemoAccount } from '../../../ops/start/seedContract.js';
import { type Application, applicationOf } from '../../../records/application/applicationRow.js';
import { eventHash, hashOf, type Opening, openingHash } from '../../../records/application/eventHash.js';
import { specialtyScores } from '../../../records/application/specialtyScores.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { type Campaign, listCampaigns } from '../../../records/campaign/campaigns.js';
import { documentsOf } from '../../../records/dossier/documents.js';
import { dossierHash } from '../../../records/dossier/dossierHash.js';
import { findFrozenDossier } from '../../../records/dossier/dossiers.js';
import { recordFault } from '../../../records/proof/recordFault.js';
import type { Submission } from '../../../rules/application/act.js';
import { evolve } from '../../../rules/application/evolve.js';
import { isFinal, type Status, statuses } from '../../../rules/application/lifecycle.js';
import { openDraft } from '../../../rules/application/opening.js';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { entryOf } from '../../../rules/campaign/codes.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { profileOf } from '../../../rules/candidate/profile.js';
import { checkDraw } from '../../../rules/committee/draw/drawFile.js';
import { compareScores } from '../../../rules/defense/defenseScore.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import { publishablePart } from '../../../rules/dossier/publishablePart.js';
import { lint, mayOpen } from '../../../rules/policy/lint/linter.js';
import { firstRules, isDemo } from '../../../simulation/demo/campaign.js';
import { seed } from '../../../simulation/demo/seed.js';
import { type Installation, installation, startProduct } from '../../support/demo.js';

let place: Installation;
let testStack: Awaited<ReturnType<typeof startProduct>>;
let accounts: readonly DemoAccount[];
let app: Express;
let campaign: Campaign;
let applications: readonly Application[];

beforeAll(async () => {
  place = await installation('seed');
  ({ accounts } = await seed(place.input));
  testStack = await startProduct(place.input);
  app = createApp({ ...testStack.deps, metrics: createMetrics(), demoAccounts: accounts });
  campaign = (await listCampaigns(testStack.db)).find(isDemo) as Campaign;
  applications = (await testStack.db.application.findMany({ orderBy: { id: 'asc' } })).map(applicationOf);
}, 120_000);
afterAll(async () => {
  await testStack?.leave();
  await place?.remove();
});

const passwordOf = () => accounts[0]?.password ?? '';
async function signIn(email: string, password = passwordOf()) {
  const agent = request.agent(app);
  await agent.post('/api/auth/sign-in').send({ email, password }).expect(200);
  const { body: me } = await agent.get('/api/me').expect(200);
  if (me.missingStep === null) return agent;
  testStack.authenticatorClock.pass();
  const { body } = await request(app).post('/api/auth/demo-code').send({ email }).expect(200);
  await agent.post('/api/auth/second-factor').send(body).expect(204);
  return agent;
}
const statusesSeenBy = async (name: string): Promise<Set<Status>> => {
  const agent = await signIn(`${name}@demo.example`);
  const { body } = await agent.get('/api/applications?limit=200').expect(200);
  return new Set(body.items.map(({ status }: { status: Status }) => status));
};

describe('the demo', () => {
  test('runs a campaign that may open, and has', () => {
    expect(mayOpen(lint(campaign.policy, campaign.calendar))).toBe(true);
    expect(campaign.state).toBe('open');
  });

  test('has a defense session that the office may announce, with the listed experts in its panel', async () => {
    const agent = await signIn('office@demo.example');
    const { body } = await agent.get(`/api/campaigns/${campaign.id}/defense/sessions`).expect(200);
    expect(body.items).toMatchObject([{ state: 'planned', actions: ['change', 'publish', 'cancel'] }]);
    const shown = await testStack.db.user.findMany({
      where: { email: { in: ['expert@demo.example', 'chair@demo.example'] } },
    });
    const panel = body.items[0].panel.map(({ name }: { name: string }) => name);
    expect(panel).toEqual(expect.arrayContaining(shown.map(({ name }) => name)));
  });

  test('has a pool of thirty experts and a committee drawn from it that anybody can check; one invitation waits', async () => {
    const base = `/api/campaigns/${campaign.id}`;
    const office = await signIn('office@demo.example');
    const { body: pool } = await office.get(`${base}/experts`).expect(200);
    expect(pool.items).toHaveLength(30);
    const { body: draws } = await office.get(`${base}/draws`).expect(200);
    expect(draws.items).toMatchObject([{ state: 'drawn', committee: 'engineering' }]);
    const { body: file } = await office.get(`${base}/draws/${draws.items[0].id}/file`).expect(200);
    expect(checkDraw(file)).toBeNull();
    const chair = await signIn('chair@demo.example');
    const { body: committees } = await chair.get(`${base}/committees`).expect(200);
    const members: { isChair: boolean; invitation: string }[] = committees.items[0].members;
    expect(members.filter(({ isChair }) => isChair)).toHaveLength(1);
    expect(members.filter(({ invitation }) => invitation === 'invited')).toHaveLength(1);
    const expert = await signIn('expert@demo.example');
    const { body: seats } = await expert.get('/api/me/invitations').expect(200);
    expect(seats.items).toMatchObject([{ position: 'member', invitation: 'invited', answers: ['accept', 'decline'] }]);
  });

  test('has a meeting in session: enough have signed in, the expert has not, and something waits for the vote', async () => {
    const chair = await signIn('chair@demo.example');
    const { body: mine } = await chair.get('/api/me/meetings').expect(200);
    expect(mine.items).toMatchObject([{ state: 'in_session', committee: 'engineering' }]);
    const at = `/api/meetings/${mine.items[0].id}`;
    expect((await chair.get(at).expect(200)).body).toMatchObject({ quorum: { met: true }, me: { present: true } });
    const expert = await signIn('expert@demo.example');
    expect((await expert.get(at).expect(200)).body.me).toMatchObject({ present: false, mayAttend: true });
    const { body: agenda } = await chair.get(`${at}/motions`).expect(200);
    const [first] = agenda.items;
    expect((await chair.post(`${at}/motions/${first.id}/actions/open`).send({}).expect(200)).body.state).toBe('open');
  });

  test('has an application in every status, of every level, track, kind of employer and length of chain', () => {
    const all = (of: (application: Application) => unknown) => new Set(applications.map(of));
    expect(all(({ status }) => status)).toEqual(new Set(statuses));
    expect(all(({ facts }) => facts.profile.level).size).toBe(3);
    // Those of the notice, and one whose review is entrusted to another committee.
    expect(all(({ facts }) => facts.profile.track).size).toBe(4);
    expect(all(({ facts }) => facts.profile.employerKind).size).toBe(3);
    expect(all(({ facts }) => facts.chain.length)).toEqual(new Set([0, 1, 2]));
    expect(all(({ facts }) => facts.profile.defenseExempt).size).toBe(2);
    expect(all(({ facts }) => facts.submissions)).toEqual(new Set([0, 1, 2, 3]));
  });

  test('has events for each past that fold to the row, chained by hash, none in the future', async () => {
    for (const { id, facts, lastHash, openedAt } of applications) {
      expect(await recordFault(testStack.db, 'application', id, place.input.dataDir)).toBeNull();
      const entries = await timelineOf(testStack.db, id);
      const { applicationId, campaignId, applicantId, unitId, chain, profile } = facts;
      const identity = { applicationId, campaignId, applicantId, unitId, chain, profile };
      const opening = openDraft(identity, campaign.policy, campaign.calendar);
      expect(entries.map(({ transition }) => transition).reduce(evolve, opening)).toEqual(facts);
      const { opening: opened } = await testStack.db.application.findUniqueOrThrow({ where: { id } });
      let before = openingHash(opened as unknown as Opening, openedAt);
      for (const { transition, prevHash, hash } of entries) {
        expect([prevHash, eventHash(id, transition, before)]).toEqual([before, hash]);
        expect(transition.at).toBeGreaterThan(openedAt);
        expect(transition.at).toBeLessThan(Date.now());
        before = hash;
      }
      expect(lastHash).toBe(before);
    }
  });

  test('freezes each dossier under its hash; it was complete, and its candidate eligible', async () => {
    let submissions = 0;
    for (const { id, facts } of applications) {
      // One is of a track that only the first rules had.
      const { codes } = campaign.policy;
      const policy = entryOf(codes.tracks, facts.profile.track) ? campaign.policy : firstRules(campaign.policy);
      for (const { transition } of await timelineOf(testStack.db, id)) {
        if (transition.event !== 'submit' && transition.event !== 'resubmit') continue;
        submissions += 1;
        const data = transition.data as Submission;
        const frozen = await findFrozenDossier(testStack.db, { applicationId: id, hash: data.dossierHash });
        const { dossier = {}, documents = [] } = frozen ?? {};
        expect(await dossierHash(testStack.db, facts.applicantId, { dossier, documents })).toBe(data.dossierHash);
        expect(missingItems(dossier, documents, facts.profile, policy)).toEqual([]);
        expect(ineligibilities(dossier, facts.profile, policy, localDateOf(transition.at))).toEqual([]);
        expect(profileOf(facts.profile, dossier, documents)).toEqual(facts.profile);
        if (transition.event === 'submit') {
          expect(data.publishableHash).toBe(hashOf(publishablePart(dossier, facts.profile)));
        }
      }
    }
    expect(submissions).toBeGreaterThan(40);
  });

  test('scores an exempt candidate with the average of those who defended in the specialty', async () => {
    const exempt = applications.find(({ facts, status }) => facts.profile.defenseExempt && status === 'conferred');
    const scores = await specialtyScores(
      testStack.db,
      { campaignId: campaign.id, specialty: 'chemical' },
      campaign.policy,
    );
    const score = exempt?.facts.score;
    expect(score && compareScores(score, scores)).toBe(0);
  });

  test('has a workflow for each: running ones hold the same facts, ended ones their result', async () => {
    for (const { number, facts, status } of applications) {
      const handle = testStack.client.workflow.getHandle(number);
      if (isFinal(status)) expect(await handle.result()).toEqual({ status, seq: facts.seq });
      else expect(await testStack.deps.engine.current(number)).toEqual({ facts, parked: {} });
    }
  });

  test('has letters about the last step of each, and no others', async () => {
    const letters = await testStack.db.outbox.findMany({ where: { applicationId: { not: null } } });
    const seqs = new Map(applications.map(({ id, facts }) => [id, facts.seq]));
    for (const { applicationId, seq } of letters) expect(seq).toBe(seqs.get(applicationId ?? ''));
    expect(letters.length).toBeGreaterThan(40);
  });
});

describe('the demo accounts', () => {
  test('may all sign in', async () => {
    for (const { email } of accounts) {
      const { body } = await (await signIn(email)).get('/api/me').expect(200);
      expect(body).toMatchObject({ email, roles: expect.arrayContaining([expect.anything()]) });
    }
  });

  test('the unit has work in every one of its statuses, the department in its own', async () => {
    const ofUnit: Status[] = ['unit_review', 'unit_publicity', 'recommendation', 'public_notice'];
    expect([...(await statusesSeenBy('unit'))]).toEqual(expect.arrayContaining(ofUnit));
    expect(await statusesSeenBy('department')).toContain('superior_review');
    expect(await statusesSeenBy('department2')).toContain('superior_review');
    expect(await statusesSeenBy('applicant')).toEqual(new Set(['draft']));
    expect(await statusesSeenBy('applicant2')).toEqual(new Set(['correction']));
    for (const name of ['office', 'office2', 'finance', 'expert', 'chair', 'supervisor', 'operator']) {
      expect(await statusesSeenBy(name)).toEqual(new Set(statuses));
    }
  });

  test('the candidate may submit at once, with documents that can be read back', async () => {
    const agent = await signIn('applicant@demo.example');
    const { body } = await agent.get('/api/applications').expect(200);
    const [{ id }] = body.items;
    const [document] = await documentsOf(testStack.db, id);
    const file = await agent.get(`/api/applications/${id}/documents/${document?.id}`).responseType('blob').expect(200);
    expect(createHash('sha256').update(file.body).digest('hex')).toBe(document?.sha256);
    await agent.post(`/api/applications/${id}/actions/submit`).send({}).expect(200);
  });

  test('a clerk who applies may not decide on the own application', async () => {
    const agent = await signIn('both@demo.example');
    const { body } = await agent.get('/api/me').expect(200);
    const own = applications.find(({ applicantId }) => applicantId === body.personId);
    const answer = await agent.post(`/api/applications/${own?.id}/actions/post_publicity`).send({}).expect(403);
    expect(answer.body.code).toBe('own_application');
  });

  test('a second person of the office approves the extension the first requested', async () => {
    const extending = applications.find(({ facts }) => facts.pendingExtension !== null);
    const approve = async (name: string) =>
      (await signIn(`${name}@demo.example`))
        .post(`/api/applications/${extending?.id}/actions/approve_extension`)
        .send({});
    expect((await approve('office')).body.code).toBe('second_person_needed');
    expect((await approve('office2')).status).toBe(200);
  });
});
