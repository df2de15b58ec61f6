import { Alert, Button, Form } from 'antd';
import { Link, useNavigate } from 'react-router';
import { draftPathOf } from '../../../rules/policy/drafts/draftPaths.js';
import { amendedBy } from '../../../rules/policy/drafts/draftValues.js';
import { stepOf } from '../../../rules/policy/drafts/steps.js';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import { headLabels } from '../../../rules/policy/policyChanges.js';
import { useMe } from '../../api/me.js';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { RequiredReason } from '../../components/RequiredReason.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { FindingList } from '../policy/FindingList.js';
import { AmendmentStep } from './AmendmentStep.js';
import { useDraftActs } from './draftQueries.js';
import type { EditedDraft } from './useDraft.js';
import '../../components/lines.css';

/** The last step: what is still missing, what the linter finds, and the campaign created, or the amendment proposed. */
export function CheckStep({ edited }: { readonly edited: EditedDraft }) {
  const t = useLabels(setUp);
  const { saved } = edited;
  const amends = amendedBy(saved.basis);
  const errors = saved.errors.flatMap((one) => one ?? []);
  const findings = saved.findings.flatMap((one) => one ?? []);
  return (
    <div className="stack">
      {errors.length === 0 ? (
        <Alert role="status" type="success" showIcon title={t(amends ? 'completeAmendment' : 'complete')} />
      ) : (
        <Missing draftId={saved.id} errors={errors} />
      )}
      {amends ? (
        <AmendmentStep edited={edited} amends={amends} isComplete={errors.length === 0} />
      ) : (
        <Creation edited={edited} isComplete={errors.length === 0} />
      )}
      <Panel title={t('findings')}>
        {findings.length === 0 ? <p className="quiet">{t('noFindings')}</p> : null}
        <FindingList
          findings={findings}
          hrefOf={(path) => `/office/campaigns/drafts/${saved.id}/${stepOf(path) ?? 'who'}#draft-${path}`}
        />
      </Panel>
    </div>
  );
}

interface MissingProps {
  readonly draftId: string;
  readonly errors: readonly { readonly field: string; readonly message: string; readonly messageEn: string }[];
}

function Missing({ draftId, errors }: MissingProps) {
  const t = useLabels(setUp);
  const localize = useLocalized();
  return (
    <Panel title={t('toComplete', { n: errors.length })}>
      <ul className="lines">
        {errors.map(({ field, message, messageEn }) => {
          const path = draftPathOf(field) ?? field;
          const name = localize(fieldsByPath[path] ?? headLabels[path] ?? { zh: '编号', en: 'Id' });
          return (
            <li key={`${field} ${message}`}>
              <span>
                {name}{' '}
                <span className="draftError">
                  <BilingualText zh={message} en={messageEn} />
                </span>
              </span>
              <Link
                to={`/office/campaigns/drafts/${draftId}/${stepOf(path) ?? 'who'}#draft-${path}`}
                aria-label={t('goTo', { name })}
              >
                {t('go')}
              </Link>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function Creation({ edited, isComplete }: { readonly edited: EditedDraft; readonly isComplete: boolean }) {
  const t = useLabels(setUp);
  const labels = useLabels(office);
  const navigate = useNavigate();
  const { create } = useDraftActs();
  // An operator sets it up for an office, which confirms and announces it.
  const isOperator = useMe().roles.some(({ role }) => role === 'operator');
  const { saved, state } = edited;
  return (
    <Panel title={t('create')}>
      <p className="quiet" style={{ marginBlockStart: 0 }}>
        {t('checkLead')}
      </p>
      <Form<{ reason: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) =>
          create.mutate(
            { id: saved.id, seq: saved.seq, reason },
            {
              onSuccess: ({ id, title }) =>
                void navigate(isOperator ? '/operator/campaigns' : `/office/campaigns/${id}/policy`, {
                  state: { created: title },
                }),
            },
          )
        }
      >
        <RequiredReason label={t('reason')} missing={labels('required')} />
        {create.error === null ? null : (
          <div style={{ marginBlockEnd: 16 }}>
            <Problem error={create.error} />
          </div>
        )}
        <Button type="primary" htmlType="submit" disabled={!isComplete || state !== 'saved'} loading={create.isPending}>
          {t('create')}
        </Button>
      </Form>
    </Panel>
  );
}
