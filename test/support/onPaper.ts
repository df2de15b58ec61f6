import { attach } from '../portal/support/papers.js';
import type { Office } from './office.js';

/** Uploads a scan of the minutes of a meeting on paper, and has the first of two people enter its tally. */
export async function enterOnPaper(office: Office, id: string, result: object): Promise<void> {
  await attach(office.as('office'), id, 'paper_minutes');
  await office.as('secondOffice').post(`/api/applications/${id}/actions/enter_tally`).send(result).expect(200);
}
