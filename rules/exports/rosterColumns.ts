import type { Facts } from '../application/facts.js';
import { lifecycle } from '../application/lifecycle.js';
import type { LocalDate } from '../calendar/instant.js';
import { labelOfCode } from '../campaign/codes.js';
import { defends } from '../candidate/defenseExemption.js';
import { appraisalResults, continuingEducationModes, degreeLevels, genders } from '../dossier/choices.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Policy } from '../policy/policy.js';

/** What is known of one application in a roster. */
export interface RosterEntry {
  /** Its place in the file, from 1. */
  readonly ordinal: number;
  /** The short number. */
  readonly number: string;
  readonly name: string;
  readonly unitName: string;
  /** The department above the unit that is nearest to the committee; empty: none. */
  readonly departmentName: string;
  readonly policy: Policy;
  readonly facts: Facts;
  /** The form as last submitted, with ID number and telephone as its reader may see them. */
  readonly dossier: Dossier;
  /** `1980.05`, by the ID number; null: none is stated. */
  readonly birthMonth: string | null;
  readonly certificate: { readonly number: string; readonly conferredOn: LocalDate } | null;
  /** Whether its record fails verification. */
  readonly faulty: boolean;
}

interface RosterColumn {
  /** Its heading, as bureaus have it. */
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date';
  /** In characters. */
  readonly width: number;
  /** What stands in it; nothing where the system does not know. */
  readonly source: (entry: RosterEntry) => string | number | undefined | null;
}

const text = (label: string, width: number, source: RosterColumn['source']) =>
  ({ label, kind: 'text', width, source }) as const;
const date = (label: string, source: RosterColumn['source']) => ({ label, kind: 'date', width: 12, source }) as const;
const number = (label: string, width: number, source: RosterColumn['source']) =>
  ({ label, kind: 'number', width, source }) as const;

const called = (choices: Readonly<Record<string, { readonly zh: string }>>, code: string | undefined) =>
  code === undefined ? undefined : (choices[code]?.zh ?? code);
const own = ({ dossier }: RosterEntry) => dossier.basicInformation ?? {};
const held = ({ dossier }: RosterEntry) => dossier.presentQualification ?? {};
const specialty = ({ policy, facts }: RosterEntry) =>
  policy.specialties.find(({ code }) => code === facts.profile.specialty);
const level = ({ policy, facts }: RosterEntry) => labelOfCode(policy.codes.levels, facts.profile.level).zh;

/** The education that counts: the last one. */
function education({ dossier }: RosterEntry) {
  const entries = dossier.education?.entries ?? [];
  return entries.toSorted((a, b) => (a.graduatedOn ?? '').localeCompare(b.graduatedOn ?? '')).at(-1) ?? {};
}

/** Columns of rosters; their labels and order in other places are data of the layouts. */
export const rosterColumns = {
  ordinal: number('序号', 6, ({ ordinal }) => ordinal),
  number: text('申报编号', 16, (entry) => entry.number),
  year: number('年度', 8, ({ policy }) => policy.year),
  name: text('姓名', 16, (entry) => own(entry).name ?? entry.name),
  gender: text('性别', 6, (entry) => called(genders, own(entry).gender)),
  ethnicity: text('民族', 12, (entry) => own(entry).ethnicity),
  birth: text('出生年月', 12, ({ birthMonth }) => birthMonth),
  idNumber: text('身份证号', 22, (entry) => own(entry).idNumber),
  politics: text('政治面貌', 14, (entry) => own(entry).politicalStatus),
  unit: text('工作单位', 32, ({ unitName }) => unitName),
  unitKind: text(
    '单位性质',
    14,
    ({ policy, facts }) => labelOfCode(policy.codes.employerKinds, facts.profile.employerKind).zh,
  ),
  department: text('主管部门', 28, ({ departmentName }) => departmentName),
  startedWork: date('参加工作时间', (entry) => own(entry).startedWorkOn),
  degree: text('学历', 8, (entry) => called(degreeLevels, education(entry).level)),
  school: text('毕业院校', 24, (entry) => education(entry).school),
  major: text('所学专业', 20, (entry) => education(entry).major),
  graduated: date('毕业时间', (entry) => education(entry).graduatedOn),
  title: text('现任专业技术职务', 20, (entry) => (held(entry).held === false ? '无' : held(entry).title)),
  titleObtained: date('取得时间', (entry) => held(entry).obtainedOn),
  position: text('行政职务', 16, (entry) => own(entry).position),
  years: number('从事年限', 10, (entry) => held(entry).yearsInProfession),
  series: text('申报系列', 14, (entry) => specialty(entry)?.series),
  specialty: text('申报专业', 20, (entry) => specialty(entry)?.name),
  level: text('申报级别', 10, level),
  appliedTitle: text(
    '申报职称',
    28,
    (entry) => `${specialty(entry)?.series ?? ''}${specialty(entry)?.name ?? ''}${level(entry)}`,
  ),
  track: text('申报类型', 20, ({ policy, facts }) => labelOfCode(policy.codes.tracks, facts.profile.track).zh),
  appraisals: text('近三年考核', 28, ({ dossier }) =>
    (dossier.appraisals?.entries ?? [])
      .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))
      .slice(0, 3)
      .map(({ year, result }) => `${year ?? ''}${called(appraisalResults, result) ?? ''}`)
      .join('、'),
  ),
  continuingEducation: text('继续教育', 16, ({ dossier }) =>
    called(continuingEducationModes, dossier.continuingEducation?.mode),
  ),
  mandarin: text('普通话等级', 12, ({ dossier }) => dossier.mandarin?.grade),
  defense: text('答辩', 8, ({ facts: { profile }, policy }) =>
    !defends(profile, policy) ? '' : profile.defenseExempt ? '免' : '是',
  ),
  phone: text('联系电话', 16, (entry) => own(entry).phone),
  committee: text('评委会名称', 32, ({ policy }) => policy.committee),
  attending: number('实到人数', 10, ({ facts }) => facts.tally?.attending),
  agree: number('大评会同意票数', 16, ({ facts }) => facts.tally?.agree),
  disagree: number('大评会反对票数', 16, ({ facts }) => facts.tally?.disagree),
  abstain: number('大评会弃权票数', 16, ({ facts }) => facts.tally?.abstain),
  passed: text('大评会是否通过', 16, ({ facts }) => (facts.status === 'not_passed' ? '未通过' : '通过')),
  metOn: date('评审日期', ({ facts }) => facts.metOn),
  noticeFrom: date('公示开始', ({ facts }) => facts.noticeFrom),
  certificate: text('证书编号', 20, ({ certificate }) => certificate?.number),
  conferredOn: date('取得日期', ({ certificate }) => certificate?.conferredOn),
  status: text('环节', 14, ({ facts }) => lifecycle[facts.status].zh),
  remark: text('备注', 24, ({ faulty }) => (faulty ? '记录核验未通过，请勿使用' : '')),
} as const satisfies Readonly<Record<string, RosterColumn>>;
export type RosterColumnName = keyof typeof rosterColumns;
