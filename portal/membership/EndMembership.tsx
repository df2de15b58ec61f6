import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { RequiredReason } from '../components/RequiredReason.js';
import { useLabels, useMarks } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { MEMBERSHIPS, type UnitMember } from './membershipQueries.js';

interface Props {
  /** The unit or department they leave. */
  readonly id: string;
  readonly member: Pick<UnitMember, 'personId' | 'name'> & { readonly role: UnitMember['role'] | 'department' };
  readonly onClose: () => void;
}

/** Notes that somebody left the unit, or acts for it or the department no more; with a reason. */
export function EndMembership({ id, member: { personId, name, role }, onClose }: Props) {
  const t = useLabels(membership);
  const mark = useMarks();
  const clerk = role !== 'applicant';
  const title = t(clerk ? 'endClerk' : 'endMember');
  return (
    <FormModal<{ reason: string }, unknown>
      title={`${title}${mark.colon}${name}`}
      ok={title}
      invalidates={MEMBERSHIPS}
      send={(body) => {
        const params = { path: { id, personId } };
        if (role === 'applicant') return answer(api.POST('/api/units/{id}/members/{personId}/end', { params, body }));
        const of = role === 'unit' ? 'units' : 'departments';
        return answer(api.POST(`/api/${of}/{id}/clerks/{personId}/end`, { params, body }));
      }}
      onClose={onClose}
      onDone={onClose}
    >
      <p className="quiet">{t(clerk ? 'endClerkMore' : 'endMemberMore')}</p>
      <RequiredReason label={t('reason')} missing={t('required')} maxLength={500} />
    </FormModal>
  );
}
