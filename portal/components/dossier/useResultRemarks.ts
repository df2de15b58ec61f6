import { useQuery } from '@tanstack/react-query';
import type { Dossier, MissingItem } from '../../../rules/dossier/dossier.js';
import { resultRemarks } from '../../../rules/dossier/resultDates.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyQuery } from '../../api/applications.js';

/** What the days of achievements and publications say of them by the application's policy; none while it loads. */
export function useResultRemarks(applicationId: string, dossier: Dossier): readonly MissingItem[] {
  const policy = useQuery(policyQuery(applicationId)).data;
  return policy === undefined ? [] : resultRemarks(dossier, policy as unknown as Policy);
}
