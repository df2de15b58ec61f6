import type { Facts } from '../application/facts.js';
import { isConferred } from '../application/isConferred.js';
import type { Role } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import { isFree } from '../candidate/fees.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Basis } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';

/** What decides whether a paper can be printed. */
interface Given {
  readonly facts: Facts;
  readonly dossier: Dossier;
  readonly policy: Policy;
  /** The title conferred, as it is numbered; null: none is. */
  readonly conferred: { readonly number: string } | null;
}

interface PaperLaw extends BilingualText {
  /** Where a notice names it. */
  readonly basis: Basis;
  /** Who prints it, besides supervisors, who read all. */
  readonly readers: readonly Role[];
  readonly ready: (given: Given) => boolean;
  /** From when on it can be printed, in words. */
  readonly from: BilingualText;
  /** Its file carries the issuer's electronic signature, and whoever looks at it is counted for its holder. */
  readonly isSigned?: true;
}

const filing: readonly Role[] = ['applicant', 'unit', 'department', 'office'];
const accepted: BilingualText = { zh: '材料审核通过后可打印。', en: 'It is printed once the application is accepted.' };
const submitted: BilingualText = { zh: '提交申报后可打印。', en: 'It is printed once the application is submitted.' };
const published: BilingualText = { zh: '单位公示期满后可打印。', en: 'It is printed once the publicity has ended.' };

/** The papers of one application, in the order in which it needs them. */
export const paperKinds = {
  commitment: {
    zh: '个人承诺书',
    en: 'Commitment',
    basis: 'commitment_form',
    readers: ['applicant', 'unit', 'office'],
    ready: () => true,
    from: submitted,
  },
  education_exemption: {
    zh: '免除继续教育学习申请表',
    en: 'Application for exemption from continuing education',
    basis: 'exemption_form',
    readers: ['applicant', 'unit', 'office'],
    ready: ({ dossier }) => dossier.continuingEducation?.mode === 'exempt',
    from: {
      zh: '在申报表“继续教育”中选择免除的，可打印。',
      en: 'It is printed where the form asks for the exemption.',
    },
  },
  posting: {
    zh: '推荐单位公示',
    en: "The unit's publicity",
    basis: 'publicity_form',
    readers: ['applicant', 'unit', 'department', 'office'],
    ready: ({ facts }) => facts.dossierHash !== null,
    from: submitted,
  },
  posting_result: {
    zh: '公示结果证明',
    en: 'Result of the publicity',
    basis: 'unit_review',
    readers: ['unit', 'department', 'office'],
    ready: ({ facts }) => facts.publishedHash !== null,
    from: published,
  },
  recommendation: {
    zh: '所在单位推荐意见',
    en: "The unit's recommendation",
    basis: 'recommendation_form',
    readers: ['unit', 'department', 'office'],
    ready: ({ facts }) => facts.publishedHash !== null,
    from: published,
  },
  defect_notice: {
    zh: '补正通知书',
    en: 'Notice of defects',
    basis: 'correction',
    readers: filing,
    ready: ({ facts }) => facts.returnedAt !== null && facts.defects.length > 0,
    from: { zh: '材料被退回补正后可打印。', en: 'It is printed once the application is returned for correction.' },
  },
  refusal: {
    zh: '不予受理通知书',
    en: 'Notice of refusal',
    basis: 'committee_audit',
    readers: filing,
    ready: ({ facts }) => facts.status === 'not_accepted',
    from: { zh: '申报不予受理后可打印。', en: 'It is printed once the application is refused.' },
  },
  review_form: {
    zh: '专业技术职务任职资格评审表',
    en: 'Review form',
    basis: 'originals',
    readers: filing,
    ready: ({ facts }) => facts.acceptedAt !== null,
    from: accepted,
  },
  payment_notice: {
    zh: '缴费通知书',
    en: 'Notice of payment',
    basis: 'fees',
    readers: ['applicant', 'office', 'finance'],
    ready: ({ facts: { acceptedAt, profile }, policy }) => acceptedAt !== null && !isFree(profile, policy),
    from: {
      zh: '材料审核通过、须缴费的，可打印。',
      en: 'It is printed once the application is accepted and a fee is due.',
    },
  },
  payment_receipt: {
    zh: '缴费确认单',
    en: 'Confirmation of payment',
    basis: 'fees',
    readers: ['applicant', 'office', 'finance'],
    ready: ({ facts: { paidAt, profile }, policy }) => paidAt !== null && !isFree(profile, policy),
    from: { zh: '到账确认后可打印。', en: 'It is printed once the payment is confirmed.' },
  },
  delivery_receipt: {
    zh: '材料接收回执',
    en: 'Receipt for originals',
    basis: 'originals',
    readers: filing,
    ready: ({ facts }) => facts.materialsAt !== null,
    from: { zh: '纸质材料接收后可打印。', en: 'It is printed once the originals are received.' },
  },
  defense_notice: {
    zh: '答辩通知',
    en: 'Notice of the defense',
    basis: 'defense',
    readers: filing,
    ready: ({ facts }) => facts.defenseAt !== null,
    from: { zh: '答辩时间通知后可打印。', en: 'It is printed once the time of the defense is announced.' },
  },
  certificate: {
    zh: '专业技术职务任职资格证书',
    en: 'Certificate of the title',
    basis: 'national',
    readers: ['applicant', 'unit', 'office'],
    ready: ({ facts, conferred }) => isConferred(facts.status) && conferred !== null,
    from: { zh: '取得资格并编发证书号后可打印。', en: 'It is printed once the title is conferred and numbered.' },
    isSigned: true,
  },
} as const satisfies Readonly<Record<string, PaperLaw>>;
export type PaperName = keyof typeof paperKinds;
export const paperNames = Object.keys(paperKinds) as readonly PaperName[];

/** Whether a name is that of a paper. */
export const isPaperKind = (name: string): name is PaperName => Object.hasOwn(paperKinds, name);

/** Whether the file of a paper is signed. */
export const isSignedPaper = (kind: PaperName): boolean => (paperKinds[kind] as PaperLaw).isSigned === true;

/** Whether somebody with these roles towards an application prints papers of a kind. */
export function mayPrint(kind: PaperName, roles: readonly Role[]): boolean {
  const readers: readonly Role[] = [...paperKinds[kind].readers, 'supervisor'];
  return roles.some((role) => readers.includes(role));
}

/** Who takes all of an application at once: experts read what they judge in the portal, with what is covered left out. */
export const archiveReaders: readonly Role[] = [...filing, 'supervisor'];
