import { QueryClient } from '@tanstack/react-query';
import { type Chosen, UploadQueue } from '../../../portal/applicant/form/upload/UploadQueue.js';

/** What became of files that were given to a queue at once, before anything is sent. */
function taken(names: readonly string[], said: Pick<Chosen, 'kind' | 'year' | 'isSure'>) {
  const queue = new UploadQueue('application', new QueryClient());
  const files = names.map((name) => new File(['x'], name, { type: 'application/pdf' }));
  const seen: unknown[] = [];
  const stop = queue.subscribe(() => {
    if (seen.length === 0) seen.push(...queue.uploads().map(({ kind, year, state }) => [kind, year, state]));
  });
  const kinds = ['diploma', 'appraisal_form', 'personal_appraisal', 'other'] as const;
  queue.add({ files, place: 'here', kinds, ...said });
  stop();
  return seen;
}

describe('A file', () => {
  test('that is given to a kind begins at once, whatever its name says', () => {
    const said = { kind: 'diploma', year: null, isSure: true } as const;
    expect(taken(['2023年度考核.pdf'], said)).toEqual([['diploma', null, 'queued']]);
  });
  test('whose name says nothing else is of the kind that is chosen', () => {
    expect(taken(['扫描.pdf'], { kind: 'diploma', year: null })).toEqual([['diploma', null, 'queued']]);
  });
  test('whose name says something else waits with what it suggests', () => {
    const said = { kind: 'diploma', year: null } as const;
    expect(taken(['2023年度考核.pdf'], said)).toEqual([['appraisal_form', 2023, 'unassigned']]);
  });
  test('that needs a year takes it from its name, and waits where that says none', () => {
    const said = { kind: 'appraisal_form', year: null } as const;
    expect(taken(['2023年度考核.pdf'], said)).toEqual([['appraisal_form', 2023, 'queued']]);
    expect(taken(['考核.pdf'], said)).toEqual([['appraisal_form', null, 'unassigned']]);
  });
  test('of several that need a year waits until somebody has looked', () => {
    const said = { kind: 'appraisal_form', year: 2022 } as const;
    expect(taken(['2023年度考核.pdf', '扫描.pdf'], said)).toEqual([
      ['appraisal_form', 2023, 'unassigned'],
      ['appraisal_form', 2022, 'unassigned'],
    ]);
  });
  test('that is given to nothing is what its name suggests, or nothing', () => {
    expect(taken(['毕业证.pdf', '扫描.pdf'], { kind: null, year: null })).toEqual([
      ['diploma', null, 'unassigned'],
      [null, null, 'unassigned'],
    ]);
  });
});
