import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Application } from '../../api/applications.js';
import { answer, api } from '../../api/client.js';
import { ORIGINALS, originalsPlanQuery } from '../../api/originals.js';
import { CalendarLink } from '../../components/deadline/CalendarLink.js';
import { SlotTime } from '../../components/deadline/SlotTime.js';
import { Problem } from '../../components/Problem.js';
import { originalsPlan } from '../../labels/dossier/originalsPlan.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { PostForm } from './PostForm.js';
import { VisitForm } from './VisitForm.js';

/** How the applicant hands in the originals: a booked time at the counter, or a parcel; and the forms for both. */
export function OriginalsPlan({ application: { id } }: { readonly application: Application }) {
  const t = useLabels(originalsPlan);
  const localize = useLocalized();
  const client = useQueryClient();
  const { data } = useQuery(originalsPlanQuery(id));
  const [form, setForm] = useState<'visit' | 'post' | null>(null);
  const cancelling = useMutation({
    mutationFn: () => answer(api.DELETE('/api/applications/{id}/originals-plan', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [ORIGINALS] }),
  });
  if (!data || data.refusal) return null;
  const { plan, free, fixed } = data;
  const parcel = plan?.parcel;
  return (
    <section className="stack" style={{ gap: 8, marginBlock: 16 }}>
      <h3 style={{ margin: 0 }}>{t('plan')}</h3>
      {plan?.startsAt && plan.endsAt ? (
        <>
          <span>
            {t('booked')} <SlotTime startsAt={plan.startsAt} endsAt={plan.endsAt} />
          </span>
          {plan.slotCancelled ? <Alert type="warning" showIcon title={t('slotCancelled')} /> : <CalendarLink />}
        </>
      ) : parcel ? (
        <span>
          {t('posted')} <span lang="zh-CN">{parcel.carrier}</span>{' '}
          <span className="numbers" style={{ overflowWrap: 'anywhere' }}>
            {parcel.tracking}
          </span>{' '}
          <span className="numbers">{parcel.sentOn}</span>
        </span>
      ) : (
        <span className="quiet">{t('none')}</span>
      )}
      {free.length > 0 || fixed ? null : <span className="quiet">{t('noSlots')}</span>}
      {fixed ? (
        <span className="quiet">{localize({ zh: fixed.detail, en: fixed.detailEn })}</span>
      ) : (
        <div className="row">
          <Button disabled={free.length === 0} onClick={() => setForm('visit')}>
            {t(plan?.startsAt ? 'move' : 'visit')}
          </Button>
          <Button onClick={() => setForm('post')}>{t('post')}</Button>
          {plan ? (
            <Popconfirm title={t('cancelSure')} okText={t('cancel')} onConfirm={() => cancelling.mutate()}>
              <Button loading={cancelling.isPending}>{t('cancel')}</Button>
            </Popconfirm>
          ) : null}
        </div>
      )}
      {cancelling.error === null ? null : <Problem error={cancelling.error} />}
      {form === 'visit' ? <VisitForm applicationId={id} free={free} onClose={() => setForm(null)} /> : null}
      {form === 'post' ? <PostForm applicationId={id} onClose={() => setForm(null)} /> : null}
    </section>
  );
}
