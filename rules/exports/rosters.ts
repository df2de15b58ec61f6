import type { Role, Status } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { RosterColumnName } from './rosterColumns.js';

/** A list as offices file it: who takes it, which applications stand in it, and its columns in their order. */
export interface RosterLayout extends BilingualText {
  readonly readers: readonly Role[];
  /** Statuses whose applications stand in it; null: of every application that was ever submitted. */
  readonly statuses: readonly Status[] | null;
  readonly columns: readonly RosterColumnName[];
}

/** Of a meeting: what it decided on, whatever became of it. */
const decided = ['public_notice', 'not_passed', 'conferred'] as const satisfies readonly Status[];

const person = ['ordinal', 'name', 'gender', 'ethnicity', 'birth', 'idNumber'] as const;
const appliedFor = ['series', 'specialty', 'level'] as const;
const votes = ['agree', 'disagree', 'abstain'] as const;

/** Lists with the columns that bureaus use, as far as the system knows them. */
export const rosters = {
  applicants: {
    zh: '申报人员花名册',
    en: 'Roster of applicants',
    readers: ['unit', 'department', 'office'],
    statuses: null,
    columns: [
      ...person,
      'politics',
      'unit',
      'unitKind',
      'department',
      'startedWork',
      'degree',
      'school',
      'major',
      'graduated',
      'title',
      'titleObtained',
      'position',
      'years',
      ...appliedFor,
      'track',
      'appraisals',
      'continuingEducation',
      'mandarin',
      'defense',
      'phone',
      'number',
      'status',
      'remark',
    ],
  },
  results: {
    zh: '评审结果汇总表',
    en: 'Results of the review',
    readers: ['office'],
    statuses: decided,
    columns: [
      'ordinal',
      'year',
      'department',
      'unit',
      'name',
      'gender',
      'idNumber',
      'committee',
      'series',
      'level',
      'appliedTitle',
      'specialty',
      'attending',
      ...votes,
      'passed',
      'track',
      'number',
      'remark',
    ],
  },
  filing: {
    zh: '备案表',
    en: 'Results to be filed',
    readers: ['office'],
    statuses: ['public_notice', 'conferred'],
    columns: [
      ...person,
      'unit',
      'degree',
      'school',
      'major',
      'title',
      'titleObtained',
      ...appliedFor,
      'track',
      'committee',
      'metOn',
      'attending',
      ...votes,
      'noticeFrom',
      'remark',
    ],
  },
  conferred: {
    zh: '取得资格人员名册',
    en: 'Roster of those who hold the title',
    readers: ['office'],
    statuses: ['conferred'],
    columns: [...person, 'unit', ...appliedFor, 'appliedTitle', 'certificate', 'conferredOn', 'committee', 'remark'],
  },
} as const satisfies Readonly<Record<string, RosterLayout>>;
export type RosterName = keyof typeof rosters;
export const rosterNames = Object.keys(rosters) as readonly RosterName[];
