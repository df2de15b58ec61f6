import type { Status } from '../../rules/application/lifecycle.js';
import { day, isoInBeijing } from '../../rules/calendar/instant.js';
import { filingDue, running, units } from '../data/listRows.js';

const [, campaignId = ''] = running;
const SECOND = 1_000;

/** A request that an open page repeats. */
export interface Poll {
  readonly name: string;
  readonly path: string;
  /** milliseconds between an answer and the next request */
  readonly every: number;
}

export const readerRoles = ['applicant', 'unit', 'department', 'office', 'finance', 'supervisor', 'operator'] as const;
export type ReaderRole = (typeof readerRoles)[number];

/** A person with a page open, and the unit, department and application on it. */
export interface Reader {
  readonly number: number;
  readonly role: ReaderRole;
  readonly unitId: string;
  readonly departmentId: string;
  readonly campaignId: string;
  /** the application on the page; empty on a queue */
  readonly applicationId: string;
}

/** A page of the portal: its share of a hundred open pages, the role of its reader, and its polls. */
export interface OpenPage {
  readonly name: string;
  readonly role: ReaderRole;
  readonly share: number;
  /** the possible statuses of its application; absent on a queue */
  readonly displays?: readonly Status[];
  polls(reader: Reader): readonly Poll[];
}

const every15 = (name: string, path: string): Poll => ({ name, path, every: 15 * SECOND });
const letters = (limit: number): Poll => ({
  name: limit === 1 ? 'unread letters' : 'letters',
  path: `/api/me/notifications?limit=${limit}`,
  every: 60 * SECOND,
});
const one = ({ applicationId }: Reader) => every15('application', `/api/applications/${applicationId}`);
const board = { name: 'board', path: `/api/campaigns/${campaignId}/board`, every: 30 * SECOND };
const list = (filter: Query, limit = 50) => every15('queue', `/api/applications?${requests({ limit, ...filter })}`);
const counts = (filter: Query) => every15('counts', `/api/applications/counts?${requests(filter)}`);
const operations = (name: string) => every15(name, `/api/operations/${name}`);

type Query = Readonly<Record<string, string | number>>;
const requests = (query: Query) =>
  new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, `${value}`]));

const unitTurn = 'unit_review,unit_publicity,recommendation,public_notice';
const soon = isoInBeijing(filingDue - 3 * day);
const underWay: readonly Status[] = ['draft', 'unit_review', 'unit_publicity', 'correction', 'payment', 'defense'];

/** What five hundred people look at on a busy morning: mostly their own application, then the units' queues. */
export const openPages: readonly OpenPage[] = [
  {
    name: 'applicant, own application',
    role: 'applicant',
    share: 56,
    displays: underWay,
    polls: (reader) => [one(reader), letters(200), letters(1)],
  },
  {
    name: 'unit, queue',
    role: 'unit',
    share: 18,
    polls: ({ unitId: unit }) => [
      list({ unit, status: unitTurn }),
      counts({ unit }),
      counts({ unit, status: unitTurn, due: soon }),
      counts({ unit, campaign: campaignId, status: 'unit_review' }),
      letters(1),
    ],
  },
  {
    name: 'unit, review',
    role: 'unit',
    share: 8,
    displays: ['unit_review', 'recommendation'],
    polls: (reader) => [one(reader), letters(1)],
  },
  {
    name: 'department, queue',
    role: 'department',
    share: 6,
    polls: ({ departmentId: department }) => [list({ department }), counts({ department }), letters(1)],
  },
  { name: 'office, board', role: 'office', share: 2, polls: () => [board, letters(1)] },
  {
    name: 'office, queue',
    role: 'office',
    share: 3,
    polls: () => [list({ campaign: campaignId }), counts({ campaign: campaignId }), letters(1)],
  },
  {
    name: 'office, audit',
    role: 'office',
    share: 3,
    displays: ['committee_audit'],
    polls: (reader) => [
      one(reader),
      list({ campaign: campaignId, status: 'committee_audit' }, 200),
      counts({ campaign: campaignId, status: 'committee_audit' }),
      ...[board, letters(1)],
    ],
  },
  {
    name: 'finance',
    role: 'finance',
    share: 2,
    polls: () => [every15('fees', `/api/campaigns/${campaignId}/fees?state=due&limit=50`), letters(1)],
  },
  {
    name: 'supervisor',
    role: 'supervisor',
    share: 1,
    polls: () => [list({ campaign: campaignId }), counts({ campaign: campaignId }), letters(1)],
  },
  {
    name: 'operator',
    role: 'operator',
    share: 1,
    polls: () => [...['health', 'parked', 'outbox?state=parked', 'intakes'].map(operations), letters(1)],
  },
];

/** The reader of a page, without the application. Units and departments are assigned in turn. */
export function readerOf(number: number, role: ReaderRole): Omit<Reader, 'applicationId'> {
  return {
    number,
    role,
    campaignId,
    unitId: `u-${1 + ((number * 7) % units)}`,
    departmentId: `d-${1 + (number % 60)}`,
  };
}
