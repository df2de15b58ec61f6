import type { Dossier } from '../../rules/dossier/dossier.js';

type EntryOf<Section extends 'achievements' | 'publications'> = NonNullable<
  NonNullable<Dossier[Section]>['entries']
>[number];

/** The work of a specialty. */
export interface Work {
  readonly major: string;
  readonly position: string;
  /** The trade of a skilled worker. */
  readonly trade: string;
  readonly work: string;
  readonly projects: readonly string[];
  readonly publication: EntryOf<'publications'>;
}

const mechanical: Work = {
  major: '机械设计制造及其自动化',
  position: '机械技术岗',
  trade: '机修钳工',
  work: '机械设备设计、安装调试与维护',
  projects: ['残膜回收机清膜装置改进', '采棉机风机降噪改造', '核桃破壳分选线自动化改造', '供热锅炉给水泵变频改造'],
  publication: { kind: 'design', title: '滚筒式残膜回收机清膜装置设计文件' },
};

const chemical: Work = {
  major: '化学工程与工艺',
  position: '化工工艺技术岗',
  trade: '化工总控工',
  work: '化工（制药）工艺管理、质量控制与技术改造',
  projects: ['尿素装置蒸汽冷凝液回收', '甘草提取工序节能改造', '合成氨循环水系统优化', '中药饮片干燥线工艺改进'],
  publication: { kind: 'project_report', title: '甘草酸提取工序节能改造项目报告' },
};

/** The work of a specialty; an unknown one is treated as mechanical. */
export function workOf(specialty: string): Work {
  return specialty === 'chemical' ? chemical : mechanical;
}

/** One achievement as the notice asks for it: the project, the role and the effect. */
export function achievementOf(
  { projects }: Work,
  index: number,
  employer: string,
): Omit<Required<EntryOf<'achievements'>>, 'obtainedOn'> {
  const title = projects[index % projects.length] ?? '技术改造';
  const role = index % 2 === 0 ? '主持' : '主要参与';
  const saved = 20 + (index % 9) * 5;
  return { title, role, description: `${role}完成${employer}“${title}”项目，已通过单位验收，年节约费用${saved}万元。` };
}
