import type { DocumentKind } from './dossier.js';

/** What files of a kind are called, the more telling words first. The first line of which a word stands in the name counts. */
const words: readonly (readonly [DocumentKind, RegExp])[] = [
  ['id_card', /身份证|id[ _-]?card/i],
  ['continuing_education_exemption', /免学|附件\s*4/],
  ['continuing_education_public', /公需/],
  ['continuing_education_professional', /专业课|继续教育/],
  ['defense_exemption_proof', /免(?:于)?答辩/],
  ['fee_exemption_proof', /免(?:缴|交|收)/],
  ['degree_verification', /学信网|备案表|学籍|在线验证|电子注册/],
  ['graduate_registration', /毕业生登记/],
  ['examination_result', /考试合格|合格证明|成绩单/],
  ['teacher_certificate', /教师资格/],
  ['mandarin_certificate', /普通话/],
  ['skill_certificate', /技能等级|职业资格/],
  ['assessment_form', /初次确定|考核认定/],
  ['appraisal_form', /考核/],
  ['personal_appraisal', /个人鉴定|鉴定材料/],
  ['earlier_title_approval', /原职称/],
  ['review_form', /评审表/],
  ['qualification_document', /任职资格(?:文件|通知)|任职文件|聘任|聘书/],
  ['title_certificate', /职称证|资格证书/],
  ['expert_recommendation', /推荐信/],
  ['exceptional_achievement', /破格/],
  ['entrustment_letter', /委托/],
  ['grassroots_proof', /基层/],
  ['work_summary', /总结|述职/],
  ['commitment', /承诺|附件\s*3/],
  ['diploma', /毕业证|学位证|学历证|diploma|degree/i],
  ['publication', /论文|著作|期刊|专著|专利/],
  ['achievement_evidence', /业绩|成果|获奖|奖状|项目|工程/],
  ['photo', /一寸|1\s*寸|证件照|免冠|登记照|photo|portrait/i],
];

/** What a file's name says of it. */
export interface NamedEvidence {
  /** null: its name says nothing that is looked for */
  readonly kind: DocumentKind | null;
  readonly year: number | null;
}

/**
 * Which of these kinds of evidence a file's name suggests, and which year: `2023年度考核.jpg`, `身份证正面.png`. A suggestion,
 * for a person to look at: nothing follows from it. Several years, or one within a longer number, are none.
 */
export function evidenceOfName(fileName: string, kinds: readonly DocumentKind[]): NamedEvidence {
  const name = fileName.normalize('NFKC').replace(/\.[^.]*$/, '');
  const years = new Set([...name.matchAll(/(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)/g)].map(([year]) => Number(year)));
  const [year = null] = years.size === 1 ? years : [];
  const kind = words.find(([one, word]) => kinds.includes(one) && word.test(name))?.[0] ?? null;
  return { kind, year };
}
