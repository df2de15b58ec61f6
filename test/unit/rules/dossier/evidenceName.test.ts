import { documentKinds } from '../../../../rules/dossier/dossier.js';
import { evidenceOfName } from '../../../../rules/dossier/evidenceName.js';

test.each([
  ['2023年度考核.jpg', 'appraisal_form', 2023],
  ['考核表2022.pdf', 'appraisal_form', 2022],
  ['２０２１年个人鉴定.PDF', 'personal_appraisal', 2021],
  ['身份证正面.png', 'id_card', null],
  ['身份证反面 20230512.png', 'id_card', null],
  ['一寸照片.jpg', 'photo', null],
  ['毕业证.pdf', 'diploma', null],
  ['学历证书电子注册备案表.pdf', 'degree_verification', null],
  ['2021-2024公需课.pdf', 'continuing_education_public', null],
  ['2024继续教育专业课合格证.pdf', 'continuing_education_professional', 2024],
  ['免学审批表.pdf', 'continuing_education_exemption', null],
  ['普通话二级甲等证书.jpg', 'mandarin_certificate', null],
  ['机械工程师职称证.jpg', 'title_certificate', null],
  ['任职资格评审表.pdf', 'review_form', null],
  ['技能等级证书.jpg', 'skill_certificate', null],
  ['论文 机械设计 2020.pdf', 'publication', 2020],
  ['工作总结.docx.pdf', 'work_summary', null],
  ['IMG_20240102_112233.jpg', null, null],
  ['.pdf', null, null],
  ['扫描件 1.pdf', null, null],
] as const)('%s is taken for %s of %s', (name, kind, year) => {
  expect(evidenceOfName(name, documentKinds)).toEqual({ kind, year });
});

test('a name suggests nothing that is not asked for', () => {
  expect(evidenceOfName('2023年度考核.jpg', ['id_card', 'photo'])).toEqual({ kind: null, year: 2023 });
});
