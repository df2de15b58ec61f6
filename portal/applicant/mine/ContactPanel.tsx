import { useQuery } from '@tanstack/react-query';
import { contactLines } from '../../../rules/policy/contact.js';
import { policyQuery } from '../../api/applications.js';
import { Contacts } from '../../components/application/Contacts.js';
import { Panel } from '../../components/Panel.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels } from '../../labels/labelArea.js';

/** Whom to ask, and where to report, as the notice says it. */
export function ContactPanel({ applicationId }: { readonly applicationId: string }) {
  const t = useLabels(applicant);
  const policy = useQuery(policyQuery(applicationId)).data;
  if (policy === undefined || contactLines(policy, 'questions').length === 0) return null;
  return (
    <Panel title={t('contact')}>
      <div className="stack" style={{ gap: 8 }}>
        <Contacts policy={policy} occasion="questions" />
      </div>
    </Panel>
  );
}
