import { expertRankLabels, expertRanks } from '../committee/experts.js';

const rankNames = expertRanks.map((rank) => expertRankLabels[rank]);

/** The columns of a table of experts, in the order of its template. */
export const expertColumns = [
  {
    field: 'name',
    zh: '姓名',
    en: 'Name',
    required: true,
    examples: ['示例：王五', '示例：赵六'],
    about: { zh: '与身份证一致', en: 'As on the identity card' },
  },
  {
    field: 'email',
    zh: '邮箱',
    en: 'Email',
    required: false,
    examples: ['wangwu@example.org', ''],
    about: { zh: '邮箱和手机号至少填一项', en: 'Either this or a mobile number' },
  },
  {
    field: 'phone',
    zh: '手机号',
    en: 'Mobile',
    required: false,
    examples: ['', '13800000001'],
    about: { zh: '11位', en: '11 digits' },
  },
  {
    field: 'specialties',
    zh: '专业',
    en: 'Specialties',
    required: true,
    examples: ['机械电子', '化工（含制药）；机械电子'],
    about: {
      zh: '本年度评审的专业名称或编码，几个之间用分号；评委会审几个专业时，按列在最前的一个抽取',
      en: 'Names or codes of this review’s specialties, with semicolons between; drawn for the first that a committee judges',
    },
  },
  {
    field: 'rank',
    zh: '职称',
    en: 'Title',
    required: true,
    examples: ['正高级', '副高级'],
    about: { zh: rankNames.map(({ zh }) => zh).join('、'), en: rankNames.map(({ en }) => en).join(', ') },
  },
  {
    field: 'employerName',
    zh: '工作单位',
    en: 'Employer',
    required: true,
    examples: ['新疆大学', '温宿县机械厂'],
    about: { zh: '全称', en: 'The full name' },
  },
  {
    field: 'unitId',
    zh: '单位编号',
    en: 'Unit code',
    required: false,
    examples: ['', 'wensu-machinery'],
    about: {
      zh: '工作单位已在系统登记的，填编号、统一社会信用代码或名称，据此回避；可空',
      en: 'Of an employer registered here: its code, credit code or name, by which the expert is recused; may be empty',
    },
  },
  {
    field: 'validFrom',
    zh: '任期开始',
    en: 'Term from',
    required: true,
    examples: ['2024-01-01', '2024-01-01'],
    about: { zh: '如 2024-01-01', en: 'As in 2024-01-01' },
  },
  {
    field: 'validUntil',
    zh: '任期届满次日',
    en: 'Term until',
    required: true,
    examples: ['2027-01-01', '2027-01-01'],
    about: { zh: '任期届满的次日', en: 'The first day after the term' },
  },
] as const;
