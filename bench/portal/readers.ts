import { createPerson } from '../../api/accounts/people.js';
import type { Database } from '../../records/database.js';
import type { Grant } from '../../records/people/grantRole.js';
import { provenSession } from '../../simulation/hurried/provenSession.js';
import { ApiClient } from '../stack/apiClient.js';
import { type OpenPage, openPages, type Reader, type ReaderRole, readerOf } from './openPages.js';

// Above the numbers of the clients that act.
const FIRST_PLACE = 500;

/** A signed-in reader with a page open and a client of their own. */
export interface ReaderSession {
  readonly reader: Reader;
  readonly page: OpenPage;
  readonly apiClient: ApiClient;
}

const grants: Readonly<Record<ReaderRole, (reader: Reader) => Grant>> = {
  applicant: ({ unitId }) => ({ role: 'applicant', unitId }),
  unit: ({ unitId }) => ({ role: 'unit', unitId }),
  department: ({ departmentId }) => ({ role: 'department', departmentId }),
  office: ({ campaignId }) => ({ role: 'office', campaignId }),
  finance: ({ campaignId }) => ({ role: 'finance', campaignId }),
  supervisor: ({ campaignId }) => ({ role: 'supervisor', campaignId }),
  operator: () => ({ role: 'operator' }),
};
const emailOf = ({ role, number }: Reader) => `reader-${role}-${number}@example.cn`;

/** The page of each of `count` people, the kinds of page mixed. */
export function pagesFor(count: number): readonly OpenPage[] {
  const hundred = openPages.flatMap((page) => Array<OpenPage>(page.share).fill(page));
  // 37 and 100 have no common divisor: among each hundred people every page has its share.
  return Array.from({ length: count }, (_, number) => hundred[(number * 37) % hundred.length] as OpenPage);
}

/** Creates an account for each reader, assigns the application on their page, and signs them in. */
export async function signInReaders(
  db: Database,
  { count, port }: { count: number; port: number },
): Promise<readonly ReaderSession[]> {
  const sessions: ReaderSession[] = [];
  for (const [number, page] of pagesFor(count).entries()) {
    const who = readerOf(number, page.role);
    const draft = { ...who, applicationId: '' };
    const person = { email: emailOf(draft), name: `读者${number}`, roles: [grants[page.role](draft)] };
    const personId = await createPerson({ db }, { ...person, password: { hash: '' } });
    const applicationId = page.displays === undefined ? '' : await takeOne(db, draft, page.displays, personId);
    const apiClient = new ApiClient(port, FIRST_PLACE + number);
    apiClient.enter(await provenSession(db, personId));
    sessions.push({ reader: { ...draft, applicationId }, page, apiClient });
  }
  return sessions;
}

const own = `applicant_id = $3, facts = facts || jsonb_build_object('applicantId', $3::text)`;
const ofUnit = `unit_id = $3, facts = facts || jsonb_build_object('unitId', $3::text)`;

/**
 * An application in one of the page's statuses; it is made the reader's own or their unit's where the page requires it.
 */
async function takeOne(
  { pool }: Database,
  { role, campaignId, unitId, number }: Reader,
  statuses: OpenPage['displays'],
  personId: string,
): Promise<string> {
  const selected = `SELECT id FROM applications WHERE campaign_id = $1 AND status = ANY($2::text[])
    ORDER BY id OFFSET ${number} LIMIT 1`;
  const takes = role === 'applicant' ? own : role === 'unit' ? ofUnit : null;
  const text = takes === null ? selected : `UPDATE applications SET ${takes} WHERE id = (${selected}) RETURNING id`;
  const values = [campaignId, statuses, ...(takes === null ? [] : [role === 'applicant' ? personId : unitId])];
  const [row] = (await pool.query<{ id: string }>(text, values)).rows;
  if (row === undefined) throw new Error(`no application is in ${statuses?.join()}: more of them are needed`);
  return row.id;
}
