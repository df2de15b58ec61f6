import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { expertsQuery } from './queries.js';

/** Selects an expert of the pool, as the field `expertId` of a form. */
export function ExpertSelect({ campaignId, label }: { readonly campaignId: string; readonly label: string }) {
  const t = useLabels(committee);
  const { data = [] } = useQuery(expertsQuery(campaignId));
  return (
    <Form.Item name="expertId" label={label} rules={[{ required: true, message: t('required') }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={data.map(({ id, name, employerName }) => ({ value: id, label: `${name} · ${employerName}` }))}
      />
    </Form.Item>
  );
}
