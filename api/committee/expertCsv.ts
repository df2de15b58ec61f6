import { z } from 'zod';
import { type ExpertRank, expertRankLabels, expertRanks } from '../../rules/committee/experts.js';
import { csvFields } from '../../rules/directory/csvFields.js';
import type { Policy } from '../../rules/policy/policy.js';
import { fieldErrors } from '../http/fieldErrors.js';
import type { FieldError } from '../http/problem.js';
import { entryFaults, NewExpert } from './expertBody.js';

/** Columns of the file, in any order; the heading may be in Chinese or as the API names the field. */
const columns = {
  name: '姓名',
  email: '邮箱',
  specialties: '专业',
  rank: '职称',
  employerName: '工作单位',
  unitId: '单位编号',
  validFrom: '任期开始',
  validUntil: '任期届满次日',
} as const;
type Column = keyof typeof columns;
const ranks: Readonly<Record<string, ExpertRank>> = Object.fromEntries(
  expertRanks.map((rank) => [expertRankLabels[rank].zh, rank]),
);

/** The whole file as text: a heading, then a line an expert, commas between fields, quotes where a field needs them. */
export const ExpertFile = z.strictObject({ csv: z.string().min(1).max(900_000) });
const mostLines = 2_000;

/** Experts of a file, or everything that is wrong with it, each fault with the line it is in (the heading is line 1). */
export function readExperts(
  csv: string,
  policy: Policy,
): { readonly experts: readonly NewExpert[]; readonly faults: readonly FieldError[] } {
  const lines = csvFields(csv);
  if (lines === null)
    return {
      experts: [],
      faults: [
        {
          field: 'csv',
          message: '不是有效的 CSV 文件：引号不成对。',
          messageEn: 'This is no valid CSV file: a quotation mark has no partner.',
        },
      ],
    };
  const [heading = [], ...rows] = lines;
  const names = heading.map(columnOf);
  const missing = (Object.keys(columns) as Column[]).filter((column) => column !== 'unitId' && !names.includes(column));
  const atHeading = missing.map((column) => ({
    field: 'csv.1',
    message: `缺少一列“${columns[column]}”。`,
    messageEn: `A column is missing: “${columns[column]}” or “${column}”.`,
  }));
  if (atHeading.length > 0) return { experts: [], faults: atHeading };
  if (rows.length > mostLines) {
    return {
      experts: [],
      faults: [
        { field: 'csv', message: `一次至多导入${mostLines}人。`, messageEn: `At most ${mostLines} people at a time.` },
      ],
    };
  }
  const experts: NewExpert[] = [];
  const faults: FieldError[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const at = (fault: FieldError) => ({ ...fault, field: `csv.${index + 2}.${fault.field}` });
    const read = NewExpert.safeParse(entryOf(names, row, policy));
    if (!read.success) {
      faults.push(...fieldErrors(read.error).map(at));
      continue;
    }
    const email = read.data.email.toLowerCase();
    if (seen.has(email))
      faults.push(
        at({
          field: 'email',
          message: '同一邮箱在文件中出现两次。',
          messageEn: 'The same email stands in the file twice.',
        }),
      );
    seen.add(email);
    faults.push(...entryFaults(read.data, policy).map(at));
    experts.push(read.data);
  }
  return { experts, faults };
}

function columnOf(heading: string): Column | null {
  const text = heading.trim();
  return (Object.keys(columns) as Column[]).find((column) => column === text || columns[column] === text) ?? null;
}

/** Specialties by code or name, several with a semicolon or 、 between them. */
function entryOf(names: readonly (Column | null)[], row: readonly string[], policy: Policy): object {
  const fields = names.flatMap((name, index) => (name === null ? [] : [[name, row[index]?.trim() ?? ''] as const]));
  const { specialties = '', rank = '', unitId = '', ...rest } = Object.fromEntries(fields);
  const codes = specialties
    .split(/[;；、]/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => policy.specialties.find(({ name }) => name === text)?.code ?? text);
  return { ...rest, specialties: codes, rank: ranks[rank] ?? rank, unitId: unitId === '' ? null : unitId };
}
