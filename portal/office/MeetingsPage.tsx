import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { localDateOf } from '../../rules/calendar/instant.js';
import type { Policy } from '../../rules/policy/policy.js';
import { campaignQuery } from '../api/campaigns.js';
import { answer, api } from '../api/client.js';
import { now } from '../api/config.js';
import { FormModal } from '../components/FormModal.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { MeetingList } from '../meeting/MeetingList.js';
import { campaignMeetingsQuery, MEETING } from '../meeting/meetingQueries.js';
import { WhenAndWhere } from '../meeting/WhenAndWhere.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/meetings`: the meetings of a campaign, and a form to convene another. */
export function OfficeMeetingsPage() {
  const t = useLabels(meeting);
  const campaignId = useCampaignId();
  const query = useQuery(campaignMeetingsQuery(campaignId));
  const [convening, setConvening] = useState(false);
  return (
    <Page
      title={t('meetings')}
      query={query}
      actions={
        <>
          <CampaignChoice id={campaignId} />
          <Button type="primary" onClick={() => setConvening(true)}>
            {t('convene')}
          </Button>
        </>
      }
    >
      {query.data?.length === 0 ? (
        <p>{t('noMeetings')}</p>
      ) : (
        <Panel>
          <MeetingList meetings={query.data ?? []} to={(id) => `/office/meetings/${id}`} />
        </Panel>
      )}
      {convening ? <Convene campaignId={campaignId} onClose={() => setConvening(false)} /> : null}
    </Page>
  );
}

interface FormValues {
  readonly committee: string;
  readonly heldOn: string;
  readonly begins: string;
  readonly place: string;
}

function Convene({ campaignId, onClose }: { readonly campaignId: string; readonly onClose: () => void }) {
  const t = useLabels(meeting);
  const navigate = useNavigate();
  const { data } = useQuery(campaignQuery(campaignId));
  if (data === undefined) return null;
  const committees = (data.policy as Policy).reviewCommittee.committees.value;
  return (
    <FormModal<FormValues, { id: string }>
      title={t('convene')}
      ok={t('convene')}
      invalidates={MEETING}
      initial={{ committee: committees[0]?.code ?? '', heldOn: localDateOf(now()), begins: '', place: '' }}
      send={(body) => answer(api.POST('/api/campaigns/{id}/meetings', { params: { path: { id: campaignId } }, body }))}
      onClose={onClose}
      onDone={({ id }) => void navigate(`/office/meetings/${id}`)}
    >
      <Form.Item name="committee" label={t('committee')} rules={[{ required: true, message: t('required') }]}>
        <Select options={committees.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
      <WhenAndWhere />
    </FormModal>
  );
}
