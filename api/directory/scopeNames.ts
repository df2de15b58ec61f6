import type { Database } from '../../records/database.js';
import type { CellFault } from '../../records/directory/importRows.js';
import { type NamedScope, namedScopes } from '../../records/directory/namedScopes.js';
import { fault } from './judgedRow.js';

const missing = {
  unit: { zh: '没有这个单位，请先登记。', en: 'There is no such unit; please register it first.' },
  department: { zh: '没有这个主管部门，请先登记。', en: 'There is no such department; please register it first.' },
  campaign: { zh: '没有这个年度评审。', en: 'There is no such annual review.' },
} as const;

/** Finds the id that a cell names, by id, credit code or name. */
export type FindScope = (
  of: NamedScope['of'],
  text: string,
  field: string,
) => { readonly id: string } | { readonly fault: CellFault };

/** Loads what these texts name. */
export async function findScopes(db: Pick<Database, 'pool'>, texts: readonly string[]): Promise<FindScope> {
  const spellings = [...new Set(texts.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]))];
  const found = await namedScopes(db, spellings);
  return (of, text, field) => {
    const fitting = found.filter((scope) => scope.of === of);
    const byId = fitting.find(({ id }) => id === text || id === text.toLowerCase());
    if (byId) return { id: byId.id };
    const [only, another] = fitting.filter(({ name }) => name === text);
    if (only && another)
      return {
        fault: fault(field, {
          zh: `有几个同名：${fitting.map(({ id }) => id).join('、')}，请填编号。`,
          en: `Several have this name: ${fitting.map(({ id }) => id).join(', ')}; please give the code.`,
        }),
      };
    return only ? { id: only.id } : { fault: fault(field, missing[of]) };
  };
}
