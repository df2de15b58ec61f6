import type { Dossier, MissingItem } from './dossier.js';

const clause = '通知 四（一）10';
const masked = [
  ['name', '姓名'],
  ['photo', '照片'],
  ['employer', '工作单位'],
] as const;

function item(field: string, message: string): MissingItem {
  return { section: 'masking', field, clause, message };
}

/** What the masking section still needs: confidential material is masked in three places and declassified first. */
export function missingMasking({ masking }: Dossier): readonly MissingItem[] {
  if (masking?.confidential === undefined) return [item('confidential', '请说明材料是否涉及保密内容。')];
  if (!masking.confidential) return [];
  return [
    ...masked
      .filter(([name]) => !masking.maskedItems?.includes(name))
      .map(([, words]) => item('maskedItems', `涉及保密内容，请勾选并在附件中遮盖本人${words}。`)),
    ...(masking.declassified === true ? [] : [item('declassified', '涉密材料须经脱密处理后上传，请处理后勾选。')]),
  ];
}
