import type { Facts } from '../../../rules/application/facts.js';
import { exemptionClause } from '../../../rules/fees/feeChanges.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Application, StoredDocument } from '../../api/applications.js';
import { DocumentList } from '../../components/dossier/DocumentList.js';
import { UploadPaper } from '../../components/dossier/UploadPaper.js';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

interface Props {
  readonly application: Application;
  readonly documents: readonly StoredDocument[];
  readonly policy: Policy | undefined;
}

/** Where the candidate's employer is exempt from the fee: the clause, the proof, and a button to attach one before accepting. */
export function ExemptionProof({ application, documents, policy }: Props) {
  const t = useLabels(office);
  const { profile } = application as Pick<Facts, 'profile'>;
  const clause = policy === undefined ? null : exemptionClause({ profile }, policy);
  if (clause === null) return null;
  const proofs = documents.filter(({ kind }) => kind === 'fee_exemption_proof');
  return (
    <Panel title={t('feeExempt')}>
      <div className="stack" style={{ gap: 8 }}>
        <span lang="zh-CN">{clause}</span>
        {proofs.length === 0 ? (
          <span className="quiet">{t('noExemptionProof')}</span>
        ) : (
          <DocumentList documents={proofs} />
        )}
        <div>
          <UploadPaper application={application} kind="fee_exemption_proof" again={proofs.length > 0} />
        </div>
      </div>
    </Panel>
  );
}
