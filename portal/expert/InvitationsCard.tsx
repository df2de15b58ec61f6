import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { COMMITTEE, invitationsQuery } from '../committee/queries.js';
import { ReasonField } from '../committee/ReasonField.js';
import { FormModal } from '../components/FormModal.js';
import { Label } from '../components/Label.js';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';

type Seat = components['schemas']['OwnSeat'];
type Reply = { readonly answer: 'accept' } | { readonly answer: 'decline'; readonly reason: string };

const reply = ({ campaignId, committee: code }: Seat, body: Reply) =>
  answer(
    api.POST('/api/campaigns/{id}/committees/{committee}/invitation', {
      params: { path: { id: campaignId, committee: code } },
      body,
    }),
  );

/** The committees the caller was drawn for, and the caller's answer. */
export function InvitationsCard() {
  const t = useLabels(committee);
  const client = useQueryClient();
  const { data, error } = useQuery(invitationsQuery);
  const [declining, setDeclining] = useState<Seat | null>(null);
  const accepting = useMutation({
    mutationFn: (seat: Seat) => reply(seat, { answer: 'accept' }),
    onSuccess: () => client.invalidateQueries({ queryKey: [COMMITTEE] }),
  });
  const failed = error ?? accepting.error;
  return (
    <Panel title={t('invitations')}>
      <p className="quiet">{t('secrecy')}</p>
      {failed === null ? null : <Problem error={failed} />}
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      {data?.length === 0 ? <p>{t('noInvitations')}</p> : null}
      <ul className="lines">
        {data?.map((seat) => (
          <li key={`${seat.campaignId} ${seat.committee}`}>
            <div>
              <strong lang="zh-CN">{seat.committeeName}</strong> <Label>{t(`invitation_${seat.invitation}`)}</Label>{' '}
              {seat.isChair ? <Label>{t('chair')}</Label> : null}
              <div className="quiet">
                <span lang="zh-CN">{seat.campaignTitle}</span> ·{' '}
                {seat.position === 'member' ? t('asMember') : t('asAlternate', { n: seat.ordinal })}
              </div>
            </div>
            <div className="row">
              {seat.answers.includes('accept') ? (
                <Button type="primary" loading={accepting.isPending} onClick={() => accepting.mutate(seat)}>
                  {t('accept')}
                </Button>
              ) : null}
              {seat.answers.includes('decline') ? (
                <Button onClick={() => setDeclining(seat)}>{t('decline')}</Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {declining === null ? null : (
        <FormModal<{ reason: string }, unknown>
          title={t('declineOf', { name: declining.committeeName })}
          ok={t('decline')}
          invalidates={COMMITTEE}
          send={({ reason }) => reply(declining, { answer: 'decline', reason })}
          onClose={() => setDeclining(null)}
          onDone={() => setDeclining(null)}
        >
          <p>{t('declineMore')}</p>
          <ReasonField />
        </FormModal>
      )}
    </Panel>
  );
}
