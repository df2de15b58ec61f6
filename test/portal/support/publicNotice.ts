import request from 'supertest';
import { stories } from '../../../simulation/story/story.js';
import { campaignId } from '../../support/office.js';
import type { TestStack } from './testStack.js';

/** An application in public notice, with an objection and a pending sanction. Returns its id. */
export async function putOnNotice({ app, office }: TestStack): Promise<string> {
  const id = await office.application(stories.unit_review);
  await office.as('unit').post(`/api/applications/${id}/actions/post_publicity`).send({}).expect(200);
  const objection = { name: '王五', contact: '13800001111', reason: '业绩材料与实际不符' };
  await request(app).post(`/api/notices/${id}/objections`).send(objection).expect(201);
  const fraud = { ground: 'fraud', basis: '阿工信处〔2024〕1号', decidedOn: '2024-08-01', reason: '材料失实' };
  await office
    .as('supervisor')
    .post(`/api/campaigns/${campaignId}/sanctions`)
    .send({ ...fraud, subject: 'unit', applicationId: id })
    .expect(201);
  return id;
}
