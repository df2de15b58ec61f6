import type { BilingualText } from '../bilingualText.js';

type Choices = Readonly<Record<string, BilingualText>>;

/** 性别. */
export const genders = {
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
} as const satisfies Choices;
export type Gender = keyof typeof genders;

/** 在职状态: all but the first are outside the scope of the notice (通知 一). */
export const employmentStatuses = {
  employed: { zh: '在职', en: 'Employed' },
  civil_servant: { zh: '公务员（含参公）', en: 'Civil servant' },
  retired: { zh: '离退休', en: 'Retired' },
  under_discipline: { zh: '处分期内', en: 'Under discipline' },
} as const satisfies Choices;
export type EmploymentStatus = keyof typeof employmentStatuses;

/** 学历层次. */
export const degreeLevels = {
  secondary: { zh: '中专', en: 'Secondary' },
  college: { zh: '大专', en: 'College' },
  bachelor: { zh: '本科', en: 'Bachelor' },
  master: { zh: '硕士', en: 'Master' },
  doctor: { zh: '博士', en: 'Doctor' },
} as const satisfies Choices;
export type DegreeLevel = keyof typeof degreeLevels;

/** Where the present title was obtained (通知 四（一）3). */
export const titleOrigins = {
  xinjiang: { zh: '新疆', en: 'Xinjiang' },
  elsewhere: { zh: '疆外', en: 'Elsewhere' },
} as const satisfies Choices;
export type TitleOrigin = keyof typeof titleOrigins;

/** How a title was obtained: a title by 初次确定 or by examination came without a review (通知 四（五）: 初次参加职称评审). */
export const titleWays = {
  review: { zh: '评审', en: 'By a review' },
  initial: { zh: '初次确定（考核认定）', en: 'By initial determination' },
  examination: { zh: '考试（以考代评）', en: 'By examination' },
} as const satisfies Choices;
export type TitleWay = keyof typeof titleWays;

/** 岗位: women of either retire at different ages. */
export const postKinds = {
  professional: { zh: '专业技术、管理岗位（干部）', en: 'Professional or managerial post' },
  worker: { zh: '工勤技能、生产操作岗位（工人）', en: "Worker's post" },
} as const satisfies Choices;
export type PostKind = keyof typeof postKinds;

/** 考核结果. */
export const appraisalResults = {
  excellent: { zh: '优秀', en: 'Excellent' },
  passed: { zh: '合格', en: 'Passed' },
  failed: { zh: '不合格', en: 'Failed' },
} as const satisfies Choices;
export type AppraisalResult = keyof typeof appraisalResults;

/** Papers, and what counts as one (通知 四（一）8). */
export const publicationKinds = {
  paper: { zh: '论文', en: 'Paper' },
  book: { zh: '著作', en: 'Book' },
  patent: { zh: '专利', en: 'Patent' },
  project_report: { zh: '项目报告', en: 'Project report' },
  work_summary: { zh: '工作总结', en: 'Work summary' },
  plan: { zh: '规划', en: 'Plan' },
  design: { zh: '设计', en: 'Design' },
} as const satisfies Choices;
export type PublicationKind = keyof typeof publicationKinds;

/** What is masked in confidential material (通知 四（一）10). */
export const maskedItems = {
  name: { zh: '姓名', en: 'Name' },
  photo: { zh: '照片', en: 'Photo' },
  employer: { zh: '单位', en: 'Employer' },
} as const satisfies Choices;
export type MaskedItem = keyof typeof maskedItems;

/** How continuing education is proved (通知 四（五）). */
export const continuingEducationModes = {
  certificates: { zh: '培训证书', en: 'Certificates' },
  exempt: { zh: '免学', en: 'Exempt' },
  private_first_time: { zh: '民营企业首次申报', en: 'Private enterprise, first time' },
} as const satisfies Choices;
export type ContinuingEducationMode = keyof typeof continuingEducationModes;
