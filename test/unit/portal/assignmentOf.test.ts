import { assignmentOf, type Said } from '../../../portal/applicant/form/upload/assignmentOf.js';

/** What files that are given together are taken for, and whether they are sent at once. */
function taken(names: readonly string[], said: Omit<Said, 'kinds' | 'together'>) {
  const kinds = ['diploma', 'appraisal_form', 'personal_appraisal', 'other'] as const;
  return names.map((name) => {
    const { kind, year, isReady } = assignmentOf(name, { ...said, kinds, together: names.length });
    return [kind, year, isReady ? 'at once' : 'waits'];
  });
}

describe('A file', () => {
  test('that is given to a kind begins at once, whatever its name says', () => {
    const said = { kind: 'diploma', year: null, isSure: true } as const;
    expect(taken(['2023年度考核.pdf'], said)).toEqual([['diploma', null, 'at once']]);
  });
  test('whose name says nothing else is of the kind that is chosen', () => {
    expect(taken(['扫描.pdf'], { kind: 'diploma', year: null })).toEqual([['diploma', null, 'at once']]);
  });
  test('whose name says something else waits with what it suggests', () => {
    const said = { kind: 'diploma', year: null } as const;
    expect(taken(['2023年度考核.pdf'], said)).toEqual([['appraisal_form', 2023, 'waits']]);
  });
  test('that needs a year takes it from its name, and waits where that says none', () => {
    const said = { kind: 'appraisal_form', year: null } as const;
    expect(taken(['2023年度考核.pdf'], said)).toEqual([['appraisal_form', 2023, 'at once']]);
    expect(taken(['考核.pdf'], said)).toEqual([['appraisal_form', null, 'waits']]);
  });
  test('of several that need a year waits until somebody has looked', () => {
    const said = { kind: 'appraisal_form', year: 2022 } as const;
    expect(taken(['2023年度考核.pdf', '扫描.pdf'], said)).toEqual([
      ['appraisal_form', 2023, 'waits'],
      ['appraisal_form', 2022, 'waits'],
    ]);
  });
  test('that is given to nothing is what its name suggests, or nothing', () => {
    expect(taken(['毕业证.pdf', '扫描.pdf'], { kind: null, year: null })).toEqual([
      ['diploma', null, 'waits'],
      [null, null, 'waits'],
    ]);
  });
});
