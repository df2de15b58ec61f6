import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { isGrantable, type withoutAccount } from '../../../rules/application/lifecycle.js';
import { campaignsQuery } from '../../api/campaigns.js';
import { useLaw } from '../../api/law.js';
import type { Role } from '../../api/me.js';
import type { paths } from '../../api/schema.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { DirectorySelect } from '../organisations/DirectorySelect.js';

type Grantable = Exclude<Role, (typeof withoutAccount)[number]>;
export interface RoleValues {
  readonly role: Grantable;
  readonly scope?: string;
}
type Body = paths['/api/people/{id}/roles']['post']['requestBody'];
type Grant = NonNullable<Body>['content']['application/json'];

const scopeOf = (role: string | undefined) =>
  role === 'applicant' || role === 'unit' ? 'unitId' : role === 'department' ? 'departmentId' : 'campaignId';

/** The grant, as the API takes it, from the form values. */
export function grantOf({ role, scope }: RoleValues): Grant {
  return { role, ...(scope ? { [scopeOf(role)]: scope } : {}) };
}

/** Fields for a role and its scope. */
export function RoleFields() {
  const t = useLabels(operator);
  const localize = useLocalized();
  const grantable = (useLaw()?.roles ?? []).filter(({ name }) => isGrantable(name));
  const form = Form.useFormInstance();
  const role: string | undefined = Form.useWatch('role', form);
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const scope = scopeOf(role);
  const needed = scope !== 'campaignId';
  return (
    <>
      <Form.Item name="role" label={t('role')} rules={[{ required: true, message: t('required') }]}>
        <Select
          onChange={() => form.setFieldValue('scope', undefined)}
          options={grantable.map(({ name, ...freeText }) => ({ value: name, label: localize(freeText) }))}
        />
      </Form.Item>
      {role === undefined ? null : (
        <Form.Item
          key={scope}
          name="scope"
          label={t('scope')}
          rules={needed ? [{ required: true, message: t('required') }] : []}
        >
          {scope === 'unitId' ? (
            <DirectorySelect of="units" />
          ) : scope === 'departmentId' ? (
            <DirectorySelect of="departments" />
          ) : (
            <Select
              allowClear
              placeholder={t('everyCampaign')}
              options={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
        </Form.Item>
      )}
    </>
  );
}
