import type { Policy } from '../../../rules/policy/policy.js';
import { sampleUnits } from '../../samples/organisations.js';

/** An expert of the pool, by the email address of the account. */
export interface RehearsalExpert {
  readonly email: string;
  readonly name: string;
  readonly specialty: string;
  readonly unitId: string | null;
  readonly employerName: string;
}

const names = '安 白 曹 邓 范 葛 韩 姜 柯 梁 毛 倪 欧 潘 秦 任 沈 陶'.split(' ');
const term = { validFrom: '2023-01-01', validUntil: '2026-01-01' };

/** Eighteen experts, every third of the second specialty. Two work where people apply, and should not be drawn. */
export function rehearsalExperts({ specialties }: Policy): readonly RehearsalExpert[] {
  return names.map((family, index) => {
    const unit = index % 9 === 4 ? sampleUnits[index % sampleUnits.length] : undefined;
    const specialty = specialties[index % 3 === 2 ? 1 : 0] ?? specialties[0];
    return {
      email: `pool-${index + 1}@demo.example`,
      name: `${family}评审`,
      specialty: specialty?.code ?? '',
      unitId: unit?.id ?? null,
      employerName: unit?.name ?? '新疆大学',
    };
  });
}

/** The file from which the office imports the experts. */
export function poolFile(policy: Policy): string {
  const lines = rehearsalExperts(policy).map(({ name, email, specialty, employerName, unitId }) =>
    [name, email, specialty, '正高级', employerName, unitId ?? '', term.validFrom, term.validUntil].join(','),
  );
  return ['姓名,邮箱,专业,职称,工作单位,单位编号,任期开始,任期届满次日', ...lines].join('\n');
}
