import type { Profile } from '../application/facts.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import type { Dossier, MissingItem } from './dossier.js';

const masked = [
  ['name', '姓名', 'your name'],
  ['photo', '照片', 'your photograph'],
  ['employer', '工作单位', 'your employer'],
] as const;

/** The missing parts of the masking section: confidential material is masked in three places and declassified first. */
export function missingMasking({ masking }: Dossier, _profile: Profile, policy: Policy): readonly MissingItem[] {
  const clause = cite(policy, 'masking');
  const item = (field: string, message: string, messageEn: string): MissingItem => ({
    section: 'masking',
    field,
    clause,
    message,
    messageEn,
  });
  if (masking?.confidential === undefined) {
    return [
      item(
        'confidential',
        '请说明材料是否涉及保密内容。',
        'Please say whether the material holds anything confidential.',
      ),
    ];
  }
  if (!masking.confidential) return [];
  return [
    ...masked
      .filter(([name]) => !masking.maskedItems?.includes(name))
      .map(([, zh, en]) =>
        item(
          'maskedItems',
          `涉及保密内容，请勾选并在附件中遮盖本人${zh}。`,
          `For confidential material, please cover ${en} in the attachments, and tick it.`,
        ),
      ),
    ...(masking.declassified === true
      ? []
      : [
          item(
            'declassified',
            '涉密材料须经脱密处理后上传，请处理后勾选。',
            'Confidential material has to be declassified before it is uploaded. Please do so, and tick it.',
          ),
        ]),
  ];
}
