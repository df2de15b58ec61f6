import type { DepartmentEntry } from '../../records/directory/departmentRegister.js';
import { fieldErrors } from '../http/fieldErrors.js';
import { NewDepartment } from '../organisations/bodies.js';
import { formulaFaults, type ReadRow, type SentRow } from './judgedRow.js';

/** Reads rows of departments. */
export function readDepartments(rows: readonly SentRow[]): readonly ReadRow<DepartmentEntry>[] {
  return rows.map((row) => {
    const { id = '', name = '' } = row.cells;
    const { data, error } = NewDepartment.safeParse({ id: id.toLowerCase(), name });
    const faults = [...formulaFaults(row), ...(error ? fieldErrors(error) : [])];
    return { line: row.line, entry: data && faults.length === 0 ? data : null, faults };
  });
}
