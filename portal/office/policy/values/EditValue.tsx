import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import type { Policy } from '../../../../rules/policy/policy.js';
import { campaignQuery } from '../../../api/campaigns.js';
import { useLabels } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';
import { useAmendments } from '../amendmentQueries.js';
import { ChangeDialog } from '../ChangeDialog.js';
import { usePolicyChanges } from '../policyQueries.js';
import { WhatIf } from '../WhatIf.js';
import { changeValue } from './changeValue.js';
import { KindInput } from './kinds/KindInput.js';
import { namedField } from './namedField.js';
import type { Chosen } from './PolicyValues.js';

interface Props {
  readonly campaignId: string;
  /** the policy as of when the dialog opened: a concurrent change is refused by its version */
  readonly policy: Policy;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** Changes or adds one value and its clause, with a reason. */
export function EditValue({ campaignId, policy, chosen: { path, name, ruled, isNew = false }, onClose }: Props) {
  const t = useLabels(office);
  const { change } = usePolicyChanges(campaignId);
  const [value, setValue] = useState(ruled.value);
  const { propose } = useAmendments(campaignId);
  const [running, setRunning] = useState(false);
  const newerCalendar = useQuery(campaignQuery(campaignId)).data?.newerCalendar ?? null;
  const [counted, setCounted] = useState(false);
  const [clause, setClause] = useState(ruled.clause);
  const proposed = () => ({
    policy: changeValue(policy, path, { value, clause }),
    ...(running && counted && newerCalendar ? { calendarVersion: newerCalendar.version } : {}),
  });
  return (
    <ChangeDialog
      title={t(isNew ? 'addOne' : 'editOne', { name })}
      ok={t(isNew ? 'add' : 'edit')}
      error={change.error ?? propose.error}
      fieldName={(field) => namedField(field, proposed().policy)}
      busy={change.isPending || propose.isPending}
      reason=""
      onSend={(reason) => {
        (running ? propose : change).mutate({ ...proposed(), reason }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Form.Item label={name}>
        <KindInput name={name} path={path} value={value} policy={policy} onChange={setValue} />
      </Form.Item>
      <Form.Item label={t('clause')} htmlFor="policyClause">
        <Input id="policyClause" value={clause} onChange={({ target }) => setClause(target.value)} maxLength={200} />
      </Form.Item>
      <Form.Item>
        <Checkbox checked={running} onChange={({ target }) => setRunning(target.checked)}>
          {t('alsoRunning')}
        </Checkbox>
      </Form.Item>
      {running && newerCalendar ? (
        <Form.Item>
          <Checkbox checked={counted} onChange={({ target }) => setCounted(target.checked)}>
            {t('withNewerCalendar')}
          </Checkbox>
        </Form.Item>
      ) : null}
      <WhatIf campaignId={campaignId} proposed={proposed} />
    </ChangeDialog>
  );
}
