import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Page } from '../../components/Page.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { Departments } from './Departments.js';
import { NewDepartment } from './NewDepartment.js';
import { NewUnit } from './NewUnit.js';
import '../operator.css';
import { Units } from './Units.js';

/** `/operator/organisations`: units with their reporting chains, and the departments. */
export function OrganisationsPage() {
  const t = useLabels(operator);
  const [adding, setAdding] = useState<'unit' | 'department' | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const done = (name: string) => {
    setAdding(null);
    setAdded(name);
  };
  return (
    <Page
      title={t('organisations')}
      lead={t('organisationsLead')}
      actions={
        <>
          <Button onClick={() => setAdding('department')}>{t('newDepartment')}</Button>
          <Button type="primary" onClick={() => setAdding('unit')}>
            {t('newUnit')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {added === null ? null : <Alert role="status" type="success" showIcon title={t('added', { name: added })} />}
        <Units />
        <Departments />
      </div>
      {adding === 'unit' ? <NewUnit onClose={() => setAdding(null)} onDone={done} /> : null}
      {adding === 'department' ? <NewDepartment onClose={() => setAdding(null)} onDone={done} /> : null}
    </Page>
  );
}
