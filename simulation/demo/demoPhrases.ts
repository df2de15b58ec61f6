import type { Phrase } from '../../records/campaign/phrases.js';

/** The phrases an office uses most, in the wording of the 2024 notice. */
export const demoPhrases: readonly Pick<Phrase, 'text' | 'clause'>[] = [
  { text: '上传的材料不清晰或方向不正，请上传正向、清晰的原件扫描件。', clause: '通知 四（一）' },
  { text: '佐证材料漏传、错传，请对照清单补传。', clause: '通知 四（一）' },
  {
    text: '请补充上传学信网《学历证书电子注册备案表》或《学籍在线验证报告》；无法查询的，上传人事档案中的“毕业生登记表”。',
    clause: '通知 四（一）2',
  },
  {
    text: '现职称在其他省（区、市）取得，需同时上传“任职资格文件”“职称证书”和“专业技术职务任职资格评审表”。',
    clause: '通知 四（一）3',
  },
  { text: '业绩成果须为取得现职称后取得的，请补充相应佐证材料。', clause: '通知 四（一）5' },
  { text: '请补传近3年《专业技术人员业务考核登记表》。', clause: '通知 四（一）6' },
  {
    text: '材料涉及保密内容，请勾选遮盖项目，并在附件中遮盖本人姓名、照片及工作单位。',
    clause: '通知 四（一）10',
  },
  { text: '推荐意见未加盖推荐单位公章，请由单位盖章后重新上传。', clause: '通知 附件2' },
];
