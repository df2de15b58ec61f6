import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { clauseOfFee, dueOfPart, type FeePart, feeOf, feePartLabels } from '../../../rules/candidate/fees.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { owesDefenseFee } from '../../../rules/policy/stagePlan.js';
import { type Application, policyQuery } from '../../api/applications.js';
import { type OwnFee, ownFeesQuery } from '../../api/fees.js';
import { Contacts } from '../../components/application/Contacts.js';
import { Instant } from '../../components/deadline/Instant.js';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { Panel } from '../../components/Panel.js';
import { applicant } from '../../labels/applicant.js';
import { common } from '../../labels/common.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { FeeRefund } from './FeeRefund.js';
import { isAsked } from './isAsked.js';
import { PayCode } from './PayCode.js';
import { WindowLine } from './WindowLine.js';
import './mine.css';

interface PartProps {
  readonly part: FeePart;
  readonly paidAt: string | null;
  /** Whether it can be paid by now. */
  readonly asked: boolean;
  readonly application: Application;
  readonly policy: Policy;
  /** Under its pay code; absent until it has arisen. */
  readonly fee: OwnFee | undefined;
}

/** One part of the fee: how much, how to pay it, and whether it has arrived. */
function FeePartLines({ part, paidAt, asked, application, policy, fee }: PartProps): ReactNode {
  const t = useLabels(applicant);
  const localize = useLocalized();
  const mark = useMarks();
  const tCommon = useLabels(common);
  const due = application.deadlines.find((deadline) => deadline?.name === dueOfPart[part]);
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div>
        {localize(feePartLabels[part])} {t('feeDue')}{' '}
        <span className="money numbers">¥{(feeOf(application.profile, policy, part) / 100).toFixed(2)}</span>
      </div>
      {paidAt !== null ? (
        <strong style={{ color: 'var(--portal-good)' }}>
          {t('feePaid')} <Instant at={paidAt} />
        </strong>
      ) : asked ? (
        <>
          <span>{t('feeNot')}</span>
          {part === 'review' ? <WindowLine name="payment" application={application} policy={policy} /> : null}
          {due ? (
            <span className="quiet">
              <BilingualText zh={due.explanation} en={due.explanationEn} />
            </span>
          ) : null}
          <span className="quiet">{t('feeInstructions')}</span>
          <PayCode fee={fee} number={application.number} />
          <Contacts policy={policy} occasion="payment" />
        </>
      ) : (
        <span className="quiet">{t('feeLater')}</span>
      )}
      {fee === undefined ? null : <FeeRefund applicationId={application.id} fee={fee} />}
      <span className="quiet">
        {tCommon('clause')}
        {mark.colon}
        <span lang="zh-CN">{clauseOfFee(policy, part)}</span>
      </span>
    </div>
  );
}

/** The fee, part by part; nothing before the first is asked for. */
export function FeePanel({ application }: { readonly application: Application }) {
  const t = useLabels(applicant);
  const policy = useQuery(policyQuery(application.id)).data;
  const fees = useQuery(ownFeesQuery(application.id, application.seq)).data;
  if (policy === undefined || !isAsked('payment', application, policy)) return null;
  const given = (part: FeePart) => ({ part, application, policy, fee: fees?.fees.find((one) => one.part === part) });
  const { paidAt, defenseFeePaidAt, deadlines } = application;
  return (
    <Panel title={t('fees')}>
      <div className="stack" style={{ gap: 16 }}>
        <FeePartLines paidAt={paidAt} asked {...given('review')} />
        {owesDefenseFee(application.profile, policy) ? (
          <FeePartLines
            paidAt={defenseFeePaidAt}
            asked={deadlines.some((deadline) => deadline?.name === 'defense_fee_due')}
            {...given('defense')}
          />
        ) : null}
      </div>
    </Panel>
  );
}
