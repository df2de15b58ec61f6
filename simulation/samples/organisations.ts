import type { Unit } from '../../records/people/organisations.js';
import type { EmployerKind } from '../../rules/campaign/codes.js';

export interface SampleDepartment {
  readonly id: string;
  readonly name: string;
}

/** Departments above the units: those of counties first, then those of the prefecture. */
export const sampleDepartments: readonly SampleDepartment[] = [
  { id: 'wensu-industry', name: '温宿县工业和信息化局' },
  { id: 'kuqa-industry', name: '库车市工业和信息化局' },
  { id: 'wensu-agriculture', name: '温宿县农业农村局' },
  { id: 'kuqa-market', name: '库车市市场监督管理局' },
  { id: 'aksu-agriculture', name: '地区农业农村局' },
  { id: 'aksu-market', name: '地区市场监督管理局' },
  { id: 'aksu-assets', name: '地区国有资产监督管理局' },
  { id: 'aksu-commerce', name: '地区工商业联合会' },
];

const unit = (id: string, name: string, kind: EmployerKind, ...chain: string[]): Unit => ({ id, name, kind, chain });

/** Twelve units: every kind of employer, with no, one or two departments between unit and committee. */
export const sampleUnits: readonly Unit[] = [
  unit('wensu-machinery', '温宿县农机推广站', 'public_institution', 'wensu-agriculture', 'aksu-agriculture'),
  unit('baishui-institute', '白水机电检测所', 'public_institution', 'aksu-market'),
  unit('duolang-college', '多浪技师学院', 'public_institution'),
  unit('kuqa-inspection', '库车市特种设备检验站', 'public_institution', 'kuqa-market', 'aksu-market'),
  unit('tahe-fertilizer', '塔河化肥有限责任公司', 'state_enterprise', 'kuqa-industry', 'aksu-assets'),
  unit('huyang-power', '胡杨热电有限责任公司', 'state_enterprise', 'aksu-assets'),
  unit('tianshan-machinery', '天山南麓机械制造总厂', 'state_enterprise'),
  unit('duolang-water', '多浪水务集团有限公司', 'state_enterprise', 'aksu-assets'),
  unit('xueling-pharma', '雪岭制药股份有限公司', 'private_enterprise', 'wensu-industry', 'aksu-commerce'),
  unit('jinguo-food', '金果食品机械有限公司', 'private_enterprise', 'wensu-industry'),
  unit('lvzhou-chemical', '绿洲化工有限公司', 'private_enterprise'),
  unit('yinmian-textile', '银棉纺织机械有限公司', 'private_enterprise', 'kuqa-industry'),
];
