import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { expertRanks } from '../../rules/committee/experts.js';
import { campaignQuery } from '../api/campaigns.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { DirectorySelect } from '../operator/organisations/DirectorySelect.js';
import type { Expert } from './queries.js';

/** Form values of an expert, new or existing. */
export interface ExpertValues {
  readonly name: string;
  readonly email: string;
  readonly specialties: string[];
  readonly rank: Expert['rank'];
  readonly employerName: string;
  readonly unitId?: string | undefined;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly active: boolean;
}

/** The fields of an expert; name and email belong to the account and are asked for once. */
export function ExpertFields({ campaignId, known }: { readonly campaignId: string; readonly known: boolean }) {
  const t = useLabels(committee);
  const { data: campaign } = useQuery(campaignQuery(campaignId));
  const needed = { required: true, message: t('required') };
  return (
    <>
      {known ? null : (
        <>
          <Form.Item name="name" label={t('name')} rules={[{ ...needed, whitespace: true }]}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="email" label={t('email')} rules={[needed]}>
            <Input inputMode="email" autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name="specialties" label={t('specialties')} extra={t('specialtiesMore')} rules={[needed]}>
        <Select
          mode="multiple"
          options={(campaign?.specialties ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="rank" label={t('rank')} rules={[needed]}>
        <Select
          options={expertRanks.map((rank) => ({
            value: rank,
            label: t(`rank_${rank}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="employerName" label={t('employer')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="unitId" label={t('unit')}>
        <DirectorySelect of="units" />
      </Form.Item>
      <Form.Item name="validFrom" label={t('validFrom')} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="validUntil" label={t('validUntil')} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      {known ? (
        <Form.Item name="active" valuePropName="checked">
          <Checkbox>{t('active')}</Checkbox>
        </Form.Item>
      ) : null}
    </>
  );
}
