import { careerRows } from '../../../../rules/dossier/career/careerFile.js';
import { prefilled } from '../../../../rules/dossier/career/prefilled.js';
import type { Dossier } from '../../../../rules/dossier/dossier.js';
import { completeDossier } from '../completeDossier.js';

const school = { level: 'bachelor', school: '新疆大学', graduatedOn: '2007-06-30' } as const;
const form = (applicationId: string, dossier: Dossier) => ({ applicationId, dossier });

test('An entry is offered once, from the newest application that has it, unless it is there already', () => {
  const earlier = [
    form('newer', { education: { entries: [school, {}] }, mandarin: { grade: '三级乙等' } }),
    form('older', {
      education: { entries: [{ ...school }, { ...school, level: 'master' }] },
      mandarin: { grade: '三级甲等' },
      otherAttachments: { commitmentSigned: true },
    }),
  ];
  expect(careerRows({}, earlier)).toEqual([
    { section: 'education', isEntry: true, value: school, applicationId: 'newer' },
    { section: 'education', isEntry: true, value: { ...school, level: 'master' }, applicationId: 'older' },
    { section: 'mandarin', isEntry: false, value: { grade: '三级乙等' }, applicationId: 'newer' },
  ]);
  const present: Dossier = { education: { entries: [school] }, mandarin: { grade: '二级甲等' } };
  expect(careerRows(present, earlier)).toMatchObject([{ value: { level: 'master' } }]);
  const years = { presentQualification: { yearsInProfession: 18 } };
  expect(
    careerRows(years, [form('newer', { presentQualification: { title: '工程师', yearsInProfession: 17 } })]),
  ).toEqual([
    {
      section: 'presentQualification',
      isEntry: false,
      value: { title: '工程师', yearsInProfession: 17 },
      applicationId: 'newer',
    },
  ]);
});

test('A form begins with what is known, and not with what has to be said each time', () => {
  const account = { name: '张三', phone: '13900000001', idNumber: '11010519491231002X', unitName: '阿克苏某厂' };
  expect(prefilled({ ...account, earlier: null, on: '2025-03-01' })).toEqual({
    basicInformation: { name: '张三', phone: '13900000001', idNumber: '11010519491231002X', gender: 'female' },
    workHistory: { entries: [{ to: null, employer: '阿克苏某厂' }] },
  });
  const earlier = { dossier: completeDossier, openedOn: '2024-07-20' };
  const { employmentStatus: _, ...before } = completeDossier.basicInformation;
  expect(prefilled({ ...account, phone: null, idNumber: null, earlier, on: '2025-03-01' })).toEqual({
    basicInformation: { ...before, name: '张三' },
    presentQualification: { yearsInProfession: 18 },
  });
});
