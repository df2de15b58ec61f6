import type { Facts } from '../application/facts.js';
import type { Status } from '../application/lifecycle.js';
import { statusHelp } from '../application/statusHelp.js';
import type { BilingualText } from '../bilingualText.js';
import type { Policy } from '../policy/policy.js';
import { holds, isEntrusted, type Obligation, obligationsAround } from '../policy/stagePlan.js';

type Takes = Pick<Facts, 'profile' | 'acceptedAt'>;

const tasks: Readonly<Record<Obligation, BilingualText>> = {
  payment: {
    zh: '按级别缴纳评审费（扫码或银行缴费）',
    en: 'pays the fee of the level, by code or by bank',
  },
  materials: {
    zh: '把评审表等原件报送至评委会办事机构',
    en: 'delivers the review form and the other originals to the committee office',
  },
};

/** What is asked of the candidate now, and nothing that their track leaves out. */
function ofObligations({ profile, acceptedAt }: Takes, policy: Policy): BilingualText | undefined {
  const audit = acceptedAt === null ? 'before' : 'after';
  const asked = obligationsAround(audit, profile, policy).map((obligation) => tasks[obligation]);
  if (asked.length === 0) return undefined;
  const [{ zh: begun, en: begunEn }, both] = [beginnings[audit], asked.length > 1];
  return {
    zh: `${begun}申报人${asked.map(({ zh }) => zh).join('，并')}。${both ? '两项都' : ''}办完后自动进入下一环节；到期${both ? '有一项' : ''}未办的，视为放弃。`,
    en: `${begunEn} The applicant ${asked.map(({ en }) => en).join(', and ')}. When ${both ? 'both are' : 'this is'} done the application moves on; when ${both ? 'one' : 'it'} is missing at the due time it lapses.`,
  };
}

const beginnings = {
  before: { zh: '申报已报送至评委会，审核之前须办理手续。', en: 'The application has arrived at the committee.' },
  after: { zh: '材料已通过审核。', en: 'The material has been accepted.' },
} as const;

/** The help of a status where the unit posts no publicity, instead of the help for all. */
const withoutPublicity: Readonly<Partial<Record<Status, BilingualText>>> = {
  draft: {
    zh: '申报人填写各栏目并上传清晰、正向的原件扫描件，按清单补齐后提交给所在单位。漏传、错传、未传的后果由申报人承担。须留出单位审核和逐级报送的时间：申报截止时仍未提交至评委会的，视为放弃。单位可以退回修改，退回后仍在这里办理。',
    en: 'The applicant fills in every section, uploads clear scans of the originals and, once the checklist is complete, submits to the unit. Leave time for the unit and the departments: what has not reached the committee by the filing cutoff lapses. The unit may send the form back here for changes.',
  },
  unit_review: {
    zh: '用人单位核对材料的真实性、完整性和时效性。同意推荐的，进入单位推荐；材料需要修改的，说明理由退回申报人；不同意推荐的，说明理由并告知申报人。',
    en: 'The unit checks that the material is true, complete and up to date. It then goes on to the recommendation; sends the form back with reasons; or declines with a reason.',
  },
  correction_review: {
    zh: '用人单位核对申报人的补正，认可的转报评委会，转报时才计为一次上报；仍不符合的，说明理由退回继续补正，补正期限自单位退回之日起重新计算。复核期间申报不会视为放弃，申报人可以撤回。',
    en: "The unit checks the correction and forwards it to the committee, which counts as the submission; or returns it with reasons, and the applicant's time is counted anew from that return. Nothing lapses while the unit reviews; the applicant may withdraw.",
  },
  recommendation: {
    zh: '用人单位上传推荐意见（附件2）和个人承诺书（附件3），推荐上报。设有主管部门的逐级报送，没有的直接提交至评委会。',
    en: "The unit attaches the recommendation (Annex 2) and the applicant's commitment (Annex 3) and sends the application to the departments above it, or straight to the committee where there are none.",
  },
};

/** The help of a status for a candidate whose result is not put on public notice. */
const withoutNotice: Readonly<Partial<Record<Status, BilingualText>>> = {
  conferred: { zh: '已取得相应专业技术职务任职资格。', en: 'The title has been conferred.' },
  disqualified: {
    zh: '查实弄虚作假、违反承诺并经两人登记处罚的，取消资格；处罚登记时申报无论处在哪一环节，均到此结束。弄虚作假的，依规定在若干年内不得申报。',
    en: 'Fraud or a broken commitment was entered in the register of sanctions by two people: wherever the application stood, it has ended. Fraud bars people and units from applying for some years.',
  },
};

/** The help of a status for a candidate whose review another committee carries out. */
const byAnotherCommittee: Readonly<Partial<Record<Status, BilingualText>>> = {
  not_passed: {
    zh: '受托评委会的评审结果为未通过。本次申报到此结束，可按规定在以后年度重新申报。',
    en: 'The committee to which the review was entrusted did not pass it. This application has ended; another year is another application.',
  },
};

/** What a status means for a candidate, without a word of a stage that their track or campaign leaves out. */
export function statusHelpFor(status: Status, takes: Takes, policy: Policy): BilingualText {
  const { zh, en } = statusHelp[status];
  const own =
    (status === 'payment' ? ofObligations(takes, policy) : undefined) ??
    (isEntrusted(takes.profile, policy) ? byAnotherCommittee[status] : undefined) ??
    (policy.stages.unitPublicity.value ? undefined : withoutPublicity[status]) ??
    (holds('public_notice', takes.profile, policy) ? undefined : withoutNotice[status]);
  return own ?? { zh, en };
}
