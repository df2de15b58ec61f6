type BilingualText = { readonly zh: string; readonly en: string };

/** Labels of fields that differ between the form and a table. */
export const valueLabels: Readonly<Record<string, BilingualText>> = {
  'basicInformation.employmentStatus': { zh: '人员身份', en: 'Standing' },
  'presentQualification.held': { zh: '是否已有专业技术任职资格', en: 'Do you hold a title already?' },
  'presentQualification.title': { zh: '现专业技术任职资格', en: 'Present title' },
  'presentQualification.level': { zh: '现资格的级别', en: 'Level of the present title' },
  'presentQualification.obtainedIn': { zh: '现职称在何地取得', en: 'Where the title was obtained' },
  'presentQualification.yearsInProfession': { zh: '从事专业技术工作年限', en: 'Years in the profession' },
  'education.verifiable': { zh: '学信网能否查询', en: 'Can it be verified online (学信网)?' },
  'achievements.title': { zh: '业绩名称', en: 'Achievement' },
  'achievements.obtainedOn': { zh: '取得（完成、获奖）时间', en: 'Finished, put to use or awarded on' },
  'appraisals.result': { zh: '考核结果', en: 'Result of the appraisal' },
  'workSummary.text': { zh: '任现职期间个人专业技术工作总结', en: 'Summary of the work in the present title' },
  'publications.title': { zh: '成果名称', en: 'Title of the work' },
  'publications.obtainedOn': { zh: '发表（授权、完成）时间', en: 'Published, granted or finished on' },
  'masking.confidential': { zh: '材料是否涉及保密内容', en: 'Is any material confidential?' },
  'masking.maskedItems': { zh: '已在附件中遮盖的内容', en: 'Masked in the documents' },
  'masking.declassified': { zh: '涉密材料已经脱密处理', en: 'Has confidential material been declassified?' },
  'continuingEducation.mode': { zh: '继续教育的证明方式', en: 'How continuing education is proved' },
  'mandarin.grade': { zh: '普通话等级', en: 'Grade in Mandarin' },
  'skilledCertificate.grade': { zh: '职业资格或职业技能等级', en: 'Skill grade' },
  'defenseExemption.ground': { zh: '免于答辩的事由', en: 'Ground of the exemption' },
  'defenseExemption.details': { zh: '起止时间、地点和职务', en: 'Since when, where and as what' },
};

/** Hints for filling in a field. */
export const hintLabels: Readonly<Record<string, BilingualText>> = {
  'basicInformation.idNumber': { zh: '18位居民身份证号，末位可为 X。', en: '18 digits; the last may be X.' },
  'basicInformation.phone': {
    zh: '数字、空格、连字符，办理中用于联系您。',
    en: 'Digits, spaces and hyphens; used to reach you.',
  },
  'education.verifiable': {
    zh: '查不到的，改为上传人事档案中的“毕业生登记表”。',
    en: 'If not, upload the graduate registration form from your personnel file instead.',
  },
  'education.certificateNumber': {
    zh: '毕业证书上的编号，用于核对证书。',
    en: 'As on the diploma; it is used to check the certificate.',
  },
  'mandarin.validUntil': { zh: '证书没有有效期的不填。', en: 'Leave this open where it does not expire.' },
  'skilledCertificate.validUntil': { zh: '证书没有有效期的不填。', en: 'Leave this open where it does not expire.' },
  'workHistory.to': { zh: '仍在该岗位的，请勾选“至今”。', en: 'Tick “to this day” if you still work there.' },
  'workHistory.grassroots': {
    zh: '申报条件不要求基层工作经历的，可不填。',
    en: 'Leave this open where no work at the grass roots is asked for.',
  },
  'continuingEducation.hours': {
    zh: '通知按学时要求继续教育的填写。',
    en: 'Where the notice asks for hours of continuing education.',
  },
  'otherAttachments.examinationOn': {
    zh: '通知要求考试成绩的填写，并上传成绩证明。',
    en: 'Where the notice asks for an examination; upload its result below.',
  },
  'workSummary.text': {
    zh: '也可以在下方上传工作总结文件，二者任选其一。',
    en: 'Or upload the summary as a document below; one of the two is enough.',
  },
  'achievements.obtainedOn': {
    zh: '填取得现职称之后的；公示只写近几年的。只知道月份的，填该月1日。',
    en: 'After your present title; the publicity has recent years only. If you know the month only, take its first day.',
  },
  'publications.kind': { zh: '没有论文、著作的可不填本栏。', en: 'Leave this section empty if you have none.' },
  'masking.maskedItems': {
    zh: '涉密材料须遮盖姓名、照片和单位后上传。',
    en: 'Confidential material is masked in all three.',
  },
};
