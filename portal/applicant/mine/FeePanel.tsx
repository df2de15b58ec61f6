import { useQuery } from '@tanstack/react-query';
import { feeOf } from '../../../rules/candidate/fees.js';
import { type Application, policyQuery } from '../../api/applications.js';
import { Instant } from '../../components/deadline/Instant.js';
import { Panel } from '../../components/Panel.js';
import { applicant } from '../../labels/applicant.js';
import { common } from '../../labels/common.js';
import { useLabels, useMarks } from '../../labels/labelArea.js';
import { isAsked } from './isAsked.js';
import { WindowLine } from './WindowLine.js';
import './mine.css';

/** The fee, how to pay it, and whether it has arrived; nothing before it is asked for. */
export function FeePanel({ application }: { readonly application: Application }) {
  const t = useLabels(applicant);
  const mark = useMarks();
  const tCommon = useLabels(common);
  const policy = useQuery(policyQuery(application.id)).data;
  if (policy === undefined || !isAsked('payment', application, policy)) return null;
  const { clause } = policy.fees;
  const yuan = (feeOf(application.profile, policy) / 100).toFixed(2);
  return (
    <Panel title={t('fees')}>
      <div className="stack" style={{ gap: 8 }}>
        <div>
          {t('feeDue')} <span className="money numbers">¥{yuan}</span>
        </div>
        {application.paidAt === null ? (
          <>
            <span>{t('feeNot')}</span>
            <WindowLine name="payment" application={application} policy={policy} />
            <span className="quiet">{t('feeInstructions')}</span>
            <span className="quiet">
              {t('number')}
              {mark.colon}
              <code>{application.id}</code>
            </span>
          </>
        ) : (
          <strong style={{ color: 'var(--portal-good)' }}>
            {t('feePaid')} <Instant at={application.paidAt} />
          </strong>
        )}
        <span className="quiet">
          {tCommon('clause')}
          {mark.colon}
          <span lang="zh-CN">{clause}</span>
        </span>
      </div>
    </Panel>
  );
}
