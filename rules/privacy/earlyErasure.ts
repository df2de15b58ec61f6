import { type Refusal, refuse } from '../refusal.js';

/** What somebody's data are still needed for. */
export interface NeededFor {
  readonly running: boolean;
  readonly objection: boolean;
  readonly reexamination: boolean;
  readonly sanction: boolean;
  readonly title: boolean;
}

/** The basis of an erasure before the time of retention, as it stays with the erased key. */
export const earlyErasureClause = '个人信息保护法 第四十七条';

/** Why somebody's data cannot be erased before the time of retention; null when nothing needs them any more. */
export function earlyErasureRefusal(needed: NeededFor): Refusal | null {
  if (needed.running) {
    return refuse('applications_running', earlyErasureClause, {
      zh: '此人还有未办结的申报，处理目的尚未实现，不能清除；请先由其撤回申报，或待申报办结。',
      en: 'An application of this person is under way, and its purpose still needs the data. It has to be withdrawn, or to end, first.',
    });
  }
  if (needed.objection) {
    return refuse('objection_open', earlyErasureClause, {
      zh: '对此人申报的异议尚未办结，不能清除。',
      en: 'An objection to an application of this person is not settled yet.',
    });
  }
  if (needed.reexamination) {
    return refuse('event_not_allowed', earlyErasureClause, {
      zh: '此人申请的复查尚未答复，不能清除。',
      en: 'A reexamination that this person asked for is not answered yet.',
    });
  }
  if (needed.sanction) {
    return refuse('sanctioned', earlyErasureClause, {
      zh: '对此人的处理尚在期内，须保存核实的材料，不能清除。',
      en: 'A sanction against this person is in force, and what it rests on has to be kept.',
    });
  }
  if (!needed.title) return null;
  return refuse('event_not_allowed', earlyErasureClause, {
    zh: '此人取得的资格以申报材料为依据，职称评审档案须保存，不能清除。',
    en: 'This person holds a title that rests on the dossier; the professional title’s file has to be kept.',
  });
}
