import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../../components/Page.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { DepartmentDialog } from './DepartmentDialog.js';
import { Departments } from './Departments.js';
import type { Unit } from './directoryQueries.js';
import { UnitDialog } from './UnitDialog.js';
import '../operator.css';
import { Units } from './Units.js';

type Editing =
  | { readonly of: 'unit'; readonly unit?: Unit }
  | { readonly of: 'department'; readonly department?: { readonly id: string; readonly name: string } };

/** `/operator/organisations`: units with their reporting chains, and the departments. */
export function OrganisationsPage() {
  const t = useLabels(operator);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const done = (name: string) => {
    setEditing(null);
    setAdded(name);
  };
  return (
    <Page
      title={t('organisations')}
      lead={t('organisationsLead')}
      actions={
        <>
          <Link to="/operator/imports">{t('byTable')}</Link>
          <Button onClick={() => setEditing({ of: 'department' })}>{t('newDepartment')}</Button>
          <Button type="primary" onClick={() => setEditing({ of: 'unit' })}>
            {t('newUnit')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {added === null ? null : <Alert role="status" type="success" showIcon title={t('saved', { name: added })} />}
        <Units onChange={(unit) => setEditing({ of: 'unit', unit })} />
        <Departments onChange={(department) => setEditing({ of: 'department', department })} />
      </div>
      {editing?.of === 'unit' ? (
        <UnitDialog unit={editing.unit} onClose={() => setEditing(null)} onDone={done} />
      ) : null}
      {editing?.of === 'department' ? (
        <DepartmentDialog department={editing.department} onClose={() => setEditing(null)} onDone={done} />
      ) : null}
    </Page>
  );
}
