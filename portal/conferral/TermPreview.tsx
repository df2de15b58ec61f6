import { useQuery } from '@tanstack/react-query';
import type { Policy } from '../../rules/policy/policy.js';
import { type SanctionGround, type SanctionSubject, sanctionTerm } from '../../rules/sanctions/sanctions.js';
import { campaignQuery } from '../api/campaigns.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import { useDay } from './useDay.js';

interface Props {
  readonly campaignId: string;
  readonly subject: SanctionSubject;
  readonly ground: SanctionGround;
  /** `2024-11-20`; incomplete while it is being typed */
  readonly decidedOn: string;
}

/** The term of the proposed sanction with its clause, computed while the form is filled in. */
export function TermPreview({ campaignId, subject, ground, decidedOn }: Props) {
  const t = useLabels(conferral);
  const day = useDay();
  const policy = useQuery(campaignQuery(campaignId)).data?.policy as Policy | undefined;
  if (policy === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(decidedOn)) return null;
  const { from, until, clause } = sanctionTerm(
    ground === 'commitment'
      ? { subject: 'person', basis: ground, decidedOn, applicationYear: policy.year }
      : { subject, basis: ground, decidedOn },
    policy,
  );
  return (
    <p role="status">
      {t('termOf', { from: day(from), until: day(until) })} <span className="quiet">{clause}</span>
    </p>
  );
}
