import { applicationNumber, numberPrefix } from '../../rules/application/applicationNumber.js';
import type { Database } from '../database.js';

const count = {
  name: 'next_application_number',
  text: `INSERT INTO application_numbers (prefix, last) VALUES ($1, 1)
         ON CONFLICT (prefix) DO UPDATE SET last = application_numbers.last + 1 RETURNING last`,
};

/**
 * A number that no application has. It is taken in a statement of its own, so that drafts do not wait for each other; one
 * that is then not made leaves a gap.
 */
export async function nextNumber({ pool }: Database, campaignId: string): Promise<string> {
  const prefix = numberPrefix(campaignId);
  const { rows } = await pool.query<{ last: number }>({ ...count, values: [prefix] });
  return applicationNumber(prefix, rows[0]?.last ?? 1);
}
