import type { Database } from '../records/database.js';
import type { QueueFilter } from '../records/queue/queue.js';
import { day } from '../rules/calendar/instant.js';
import { departments, filingDue, running, units } from './data/listRows.js';

const [campaignId = ''] = running;

/** A page of a work queue; `number` selects the person who opens it. */
export interface ListPage {
  readonly name: string;
  filter(number: number): QueueFilter;
}

// Visits all of them in an order unrelated to that of the storage.
const spreadOver = (count: number, number: number) => (number * 7919) % count;
// The API's default page size.
const limit = 20;

/** All work queues, with the filters people use. */
export async function listPages({ pool }: Database): Promise<readonly ListPage[]> {
  const one = async (text: string) => (await pool.query<{ id: string; due: Date | null }>(text)).rows;
  const people = await one(`SELECT applicant_id AS id, NULL AS due FROM applications ORDER BY id LIMIT 2000`);
  // Deep in the office's list: one row in a hundred of the campaign, beyond the first ten thousand.
  const deep = await one(`
    SELECT id, due FROM (SELECT id, due, row_number() OVER (ORDER BY COALESCE(due, 'infinity'), id) AS place
      FROM applications WHERE campaign_id = '${campaignId}') AS ordered WHERE place > 10000 AND place % 100 = 0`);
  const unit = (n: number) => ({ kind: 'unit', id: `u-${1 + spreadOver(units, n)}` }) as const;
  const department = (n: number) => ({ kind: 'department', id: `d-${1 + spreadOver(departments, n)}` }) as const;
  const applicant = (n: number) => ({ kind: 'applicant', id: people[n % people.length]?.id ?? '' }) as const;
  const office = { kind: 'campaign', id: campaignId } as const;
  const after = (n: number) => {
    const place = deep[spreadOver(deep.length, n)];
    return place && { id: place.id, at: place.due === null ? null : place.due.getTime() };
  };
  return [
    { name: 'unit', filter: (n) => ({ scopes: [unit(n)], limit }) },
    { name: 'unit, to review', filter: (n) => ({ scopes: [unit(n)], statuses: ['unit_review'], limit }) },
    { name: 'department', filter: (n) => ({ scopes: [department(n)], limit }) },
    { name: 'office', filter: () => ({ scopes: [office], limit }) },
    { name: 'office, to audit', filter: () => ({ scopes: [office], statuses: ['committee_audit'], limit }) },
    {
      name: 'office, three statuses',
      filter: () => ({ scopes: [office], statuses: ['committee_audit', 'correction', 'payment'], limit }),
    },
    { name: 'office, one unit', filter: (n) => ({ scopes: [office], unitId: unit(n).id, limit }) },
    { name: 'office, due in a window', filter: () => ({ scopes: [office], dueBefore: filingDue - 7 * day, limit }) },
    { name: 'office, deep page', filter: (n) => ({ scopes: [office], after: after(n), limit }) },
    { name: 'applicant', filter: (n) => ({ scopes: [applicant(n)], limit }) },
    { name: 'clerk who also applies', filter: (n) => ({ scopes: [unit(n), department(n), applicant(n)], limit }) },
    { name: 'needs attention', filter: () => ({ scopes: [{ kind: 'all' }], needsAttention: true, limit }) },
    { name: 'office, needs attention', filter: () => ({ scopes: [office], needsAttention: true, limit }) },
    { name: 'operator, everything', filter: () => ({ scopes: [{ kind: 'all' }], limit }) },
    { name: 'operator, one status', filter: () => ({ scopes: [{ kind: 'all' }], statuses: ['payment'], limit }) },
  ];
}
