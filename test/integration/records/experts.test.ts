import { randomUUID } from 'node:crypto';
import { expertOf, membersOf } from '../../../records/committee/committeeMembers.js';
import { recusedExperts } from '../../../records/committee/recusals.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { finalize, snapshot } from './world.js';

let own: TestDatabase;
let database: Database;
let application: { readonly applicationId: string; readonly applicantId: string };
let other: typeof application;
let drawId: string;
const campaignId = 'aksu-2024';

beforeAll(async () => {
  own = await createDatabase('experts');
  database = openDatabase(own.url);
  await finalize(database);
  application = (await snapshot(database, 'review')).played.facts;
  other = (await snapshot(database, 'review', { unitId: 'unit-2' })).played.facts;
  drawId = (await database.draw.create({ data: { ...committed(), committee: 'mechanical' } })).id;
});
afterAll(async () => {
  await closeDatabase(database);
  await own.drop();
});

const committed = () => ({
  campaignId,
  state: 'committed',
  seedHash: 'a'.repeat(64),
  sealedSeed: 'sealed',
  committedBy: 'office-clerk',
  committedAt: new Date(),
});

async function engage(more: { readonly unitId?: string; readonly personId?: string } = {}): Promise<string> {
  const { personId = randomUUID(), unitId = null } = more;
  if (!more.personId)
    await database.user.create({ data: { id: personId, name: '李四', email: `${personId}@example.cn` } });
  const term = { validFrom: new Date('2024-01-01'), validUntil: new Date('2027-01-01') };
  const expert = { personId, unitId, specialties: ['mechanical'], rank: 'senior', employerName: '大学', ...term };
  return (await database.expert.create({ data: expert })).id;
}

const seat = (expertId: string, more: object = {}) =>
  database.committeeMember.create({
    data: {
      campaignId,
      committee: 'mechanical',
      expertId,
      position: 'member',
      ordinal: 1,
      specialty: 'mechanical',
      drawId,
      ...more,
    },
  });

describe('A committee', () => {
  test('is listed with members first, in order, and knows its experts by person', async () => {
    const [first, second, third] = [await engage(), await engage(), await engage()];
    await seat(third, { position: 'alternate', ordinal: 1 });
    await seat(second, { ordinal: 2 });
    await seat(first, { isChair: true });
    const members = await membersOf(database, { campaignId, committee: 'mechanical' });
    expect(members.map(({ expertId }) => expertId)).toEqual([first, second, third]);
    expect(members[0]).toMatchObject({ name: '李四', position: 'member', isChair: true, invitation: 'invited' });
    const personId = members[0]?.personId ?? '';
    expect(await expertOf(database, { personId })).toBe(first);
    expect(await expertOf(database, { personId: 'office-clerk' })).toBeNull();
    await expect(seat(first, { ordinal: 9 })).rejects.toThrow(/Unique/);
    await expect(seat(await engage(), { ordinal: 2 })).rejects.toThrow(/Unique/);
    await expect(seat(await engage(), { ordinal: 9, isChair: true })).rejects.toThrow(/Unique/);
    expect(await membersOf(database, { campaignId, committee: 'chemical' })).toEqual([]);
  });
});

describe('Who is recused', () => {
  const recused = async () => {
    const applicationIds = [application.applicationId, other.applicationId];
    const found = await recusedExperts(database, { campaignId, applicationIds });
    return applicationIds.map((id) => [...(found.get(id) ?? [])]);
  };
  const recusal = (expertId: string, more: object) =>
    database.recusal.create({
      data: {
        campaignId,
        expertId,
        requestedByRole: 'expert',
        requestedBy: 'x',
        reason: '认识',
        requestedAt: new Date(),
        outcome: 'granted',
        decidedBy: 'x',
        decidedAt: new Date(),
        ...more,
      },
    });

  test('is nobody by default, and a declared conflict, a granted recusal, one’s own unit and one’s own application each count for their applications only', async () => {
    await engage();
    expect(await recused()).toEqual([[], []]);
    const applicant = await engage({ personId: application.applicantId });
    expect(await recused()).toEqual([[applicant], []]);
    const colleague = await engage({ unitId: 'unit-2' });
    expect(await recused()).toEqual([[applicant], [colleague]]);
    const relative = await engage();
    const conflict = {
      expertId: relative,
      source: 'declared',
      reason: '亲属',
      declaredBy: 'x',
      declaredAt: new Date(),
    };
    await database.expertConflict.create({
      data: { ...conflict, applicantId: application.applicantId, kind: 'kinship' },
    });
    await database.expertConflict.create({
      data: { ...conflict, applicationId: other.applicationId, kind: 'other' },
    });
    expect((await recused())[0]).toContain(relative);
    expect((await recused())[1]).toEqual([colleague]);
    const ill = await engage();
    await recusal(ill, {});
    for (const experts of await recused()) expect(experts).toContain(ill);
    const asked = await engage();
    const open = { outcome: null, decidedBy: null, decidedAt: null, applicationId: application.applicationId };
    const { id } = await recusal(asked, { ...open, requestedByRole: 'applicant', named: '李四' });
    expect((await recused())[0]).not.toContain(asked);
    const granted = { outcome: 'granted', decidedBy: 'y', decidedReason: '属实', decidedAt: new Date() };
    await database.recusal.update({ where: { id }, data: granted });
    expect((await recused())[0]).toContain(asked);
    expect((await recused())[1]).not.toContain(asked);
  });

  test.each([
    [
      'an applicant’s request decided without a reason',
      { requestedByRole: 'applicant', named: '某' },
      /recusals_reasoned/,
    ],
    ['an expert’s wish that waits', { outcome: null, decidedBy: null, decidedAt: null }, /recusals_at_once/],
    [
      'a granted recusal of nobody',
      { expertId: null, requestedByRole: 'applicant', named: '某' },
      /recusals_(expert|reasoned)/,
    ],
    ['an outcome nobody decided', { decidedBy: null }, /recusals_outcome/],
    ['somebody else’s role', { requestedByRole: 'unit' }, /recusals_requested_by_role/],
  ])('is not noted as %s', async (_what, more, constraint) => {
    const expertId = await engage();
    await expect(recusal(expertId, { applicationId: application.applicationId, ...more })).rejects.toThrow(constraint);
  });

  test('is noted once', async () => {
    const expertId = await engage();
    await recusal(expertId, { applicationId: other.applicationId });
    await expect(recusal(expertId, { applicationId: other.applicationId })).rejects.toThrow(/Unique/);
    const open = { requestedByRole: 'applicant', outcome: null, decidedBy: null, decidedAt: null };
    await recusal(expertId, { ...open, named: '甲', applicationId: other.applicationId });
    await expect(recusal(expertId, { ...open, named: '乙', applicationId: other.applicationId })).rejects.toThrow(
      /Unique/,
    );
  });
});

describe('The database refuses', () => {
  test.each([
    ['UPDATE experts SET valid_until = valid_from', /experts_term/],
    ["UPDATE experts SET specialties = '{}'", /experts_specialties/],
    ["UPDATE expert_conflicts SET unit_id = 'unit-1'", /expert_conflicts_subject/],
    ["UPDATE expert_conflicts SET kind = 'dislike'", /expert_conflicts_kind/],
    ["UPDATE committee_members SET invitation = 'maybe', answered_at = now()", /committee_members_invitation/],
    ["UPDATE committee_members SET invitation = 'accepted'", /committee_members_answered/],
    ["UPDATE committee_members SET position = 'guest'", /committee_members_(position|chair)/],
    ['UPDATE committee_members SET is_chair = true', /committee_members_(chair|one_chair)/],
    ["UPDATE draws SET seed = repeat('0', 64)", /draws_(seed|state)/],
    ["UPDATE draws SET state = 'frozen'", /draws_state/],
    ["UPDATE draws SET seed_hash = repeat('b', 64)", /not changed afterwards/],
    ['DELETE FROM draws', /not changed afterwards/],
  ])('%s', async (statement, constraint) => {
    await expect(database.pool.query(statement)).rejects.toThrow(constraint);
  });

  test('a second draw of a committee while the first stands', async () => {
    await expect(database.draw.create({ data: { ...committed(), committee: 'mechanical' } })).rejects.toThrow(/Unique/);
  });
});
