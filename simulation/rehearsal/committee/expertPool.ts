import type { Unit } from '../../../records/people/organisations.js';
import { minimumMembers } from '../../../rules/policy/committees.js';
import type { CommitteeLaw, Policy } from '../../../rules/policy/policy.js';

/** An expert of the pool, by the email address of the account. */
export interface RehearsalExpert {
  readonly email: string;
  readonly name: string;
  readonly specialty: string;
  readonly unitId: string | null;
  readonly employerName: string;
}

const families = '安 白 曹 邓 范 葛 韩 姜 柯 梁 毛 倪 欧 潘 秦 任 沈 陶'.split(' ');
const given = '评审 评议 评定 评鉴 评估 评判 评选 评述 评断 评析 评阅 评价'.split(' ');
/** Experts of a committee's pool that are neither members nor alternates. */
const more = 4;

/** The committee of a code. @throws Error when the notice has none */
export function committeeLaw(committee: string, { reviewCommittee }: Policy): CommitteeLaw {
  const law = reviewCommittee.committees.value.find(({ code }) => code === committee);
  if (!law) throw new Error(`the notice has no committee ${committee}`);
  return law;
}

/** The members of a committee, alternates not counted: the fewest that its notice allows. */
export function committeeSize(committee: string, policy: Policy): number {
  const { reviewCommittee: rules, meeting } = policy;
  const fewest = Math.max(minimumMembers(committeeLaw(committee, policy), rules), meeting.minimumCommittee.value);
  return rules.odd.value && fewest % 2 === 0 ? fewest + 1 : fewest;
}

/**
 * The experts of each committee, a few more than are drawn, most of them of its first specialty. Some work where people
 * apply, and should not be drawn.
 */
export function rehearsalExperts(
  policy: Policy,
  units: readonly Unit[],
  committees: readonly string[],
): readonly RehearsalExpert[] {
  const seats = committees.flatMap((code) => {
    const { specialties } = committeeLaw(code, policy);
    const pool = committeeSize(code, policy) + policy.reviewCommittee.alternates.value + more;
    return Array.from({ length: pool }, (_, index) => {
      const place = Math.max(0, (index % (specialties.length + 1)) - 1);
      // Only where the specialty has enough others.
      const unit = index % 9 === 4 && place === 0 ? units[index % units.length] : undefined;
      return { specialty: specialties[place] ?? '', unit };
    });
  });
  return seats.map(({ specialty, unit }, index) => ({
    email: `pool-${index + 1}@demo.example`,
    name: `${families[index % families.length]}${given[Math.floor(index / families.length) % given.length]}`,
    specialty,
    unitId: unit?.id ?? null,
    employerName: unit?.name ?? '新疆大学',
  }));
}

/** The table from which the office registers the experts. */
export function poolTable(experts: readonly RehearsalExpert[], { year }: Policy) {
  const term = [`${year - 1}-01-01`, `${year + 2}-01-01`];
  return {
    heading: ['姓名', '邮箱', '专业', '职称', '工作单位', '单位编号', '任期开始', '任期届满次日'],
    rows: experts.map(({ name, email, specialty, employerName, unitId }, index) => ({
      line: index + 2,
      cells: [name, email, specialty, '正高级', employerName, unitId ?? '', ...term],
    })),
  };
}
