import type { SentRow } from '../../api/directory/judgedRow.js';

interface Amounts {
  readonly units: number;
  readonly people: number;
}
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Rows of units and of people, as a table sends them. */
export function importedRows({ units, people }: Amounts, departments: number) {
  const unitRows = numbers(units).map((n): SentRow => {
    const cells = {
      name: `温宿县第${n}机械制造有限公司`,
      id: `unit-${n}`,
      kind: '企业',
      rank: '县级',
      region: '652922',
    };
    return { line: n + 1, cells: { ...cells, chain1: `第${(n % departments) + 1}主管部门` } };
  });
  const peopleRows = numbers(people).map((n): SentRow => {
    const scope = `unit-${(n % units) + 1}`;
    return {
      line: n + 1,
      cells: { name: `申报人${n}`, email: `person-${n}@example.cn`, phone: '', role: '申报人', scope },
    };
  });
  return { units: unitRows, people: peopleRows };
}

/** Statements that insert as many rows of the same kind, under other ids. */
export function plainRows({ units, people }: Amounts, departments: number): readonly string[] {
  return [
    `INSERT INTO units (id, name, kind, rank, region) SELECT 'plain-' || n, '温宿县第' || n || '机械制造有限公司',
       'state_enterprise', 'county', '652922' FROM generate_series(1, ${units}) n`,
    `INSERT INTO unit_chain SELECT 'plain-' || n, 0, 'department-' || n % ${departments} + 1 FROM generate_series(1, ${units}) n`,
    `INSERT INTO users (id, name, email) SELECT 'plain-' || n, '申报人' || n, 'plain-' || n || '@example.cn'
       FROM generate_series(1, ${people}) n`,
    `INSERT INTO role_bindings (id, person_id, role, unit_id) SELECT gen_random_uuid(), 'plain-' || n, 'applicant',
       'plain-' || n % ${units} + 1 FROM generate_series(1, ${people}) n`,
  ];
}
