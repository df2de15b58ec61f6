import { randomUUID } from 'node:crypto';
import type { Database } from '../../../records/database.js';
import { campaignId, type Office } from '../../support/office.js';

const term = { validFrom: new Date('2024-01-01'), validUntil: new Date('2027-01-01') };
const entry = { rank: 'senior', employerName: '化工大学', ...term };
const specialties = ['mechanical_electronic', 'chemical'];

/** Experts, alternating between both specialties. */
export async function fillPool(db: Database, count: number, own: Office['own'] = (part) => part): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => ({ id: randomUUID(), name: `专家${index + 1}` }));
  await db.user.createMany({ data: people.map((one) => ({ ...one, email: `${one.id}@example.cn` })) });
  const data = people.map(({ id: personId }, index) => ({
    ...entry,
    personId,
    specialties: own(specialties.slice(index % 2, (index % 2) + 1)),
  }));
  await db.expert.createMany({ data });
}

/** Adds the expert of the test office to the pool. Returns the expert's id. */
export async function poolOwnExpert(db: Database, { ids, own }: Office): Promise<string> {
  return (await db.expert.create({ data: { ...entry, personId: ids.expert, specialties: own(['chemical']) } })).id;
}

/** Draws a committee of all fourteen experts through the API, eleven members and three alternates, and files a recusal. */
export async function drawCommittee(db: Database, office: Office, applicationId: string): Promise<void> {
  await fillPool(db, 13, office.own);
  await poolOwnExpert(db, office);
  const draws = `/api/campaigns/${campaignId}/draws`;
  const as = office.as('office');
  const { body } = await as
    .post(draws)
    .send({ committee: office.own('engineering') })
    .expect(201);
  await as.post(`${draws}/${body.id}/freeze`).send({ size: 11 }).expect(200);
  await as.post(`${draws}/${body.id}/draw`).send({}).expect(200);
  const { applicantId } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
  const asked = { requestedByRole: 'applicant', named: '某教授', reason: '曾有纠纷', requestedAt: new Date() };
  await db.recusal.create({ data: { ...asked, campaignId, applicationId, requestedBy: applicantId } });
}
