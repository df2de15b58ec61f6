import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { meQuery, useMe } from '../api/me.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { CodeForm } from './CodeForm.js';
import { EnrolFactor } from './EnrolFactor.js';
import { PasswordPage } from './PasswordPage.js';

/** The only page while a sign-in lacks a step: the code, another password, or an authenticator. */
export function MissingStep() {
  const t = useLabels(account);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { missingStep } = useMe();
  const goOn = async () => {
    await navigate('/', { replace: true });
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  if (missingStep === 'password') return <PasswordPage />;
  const enrolment = missingStep === 'enrolment';
  return (
    <Page title={t(enrolment ? 'enrol' : 'secondStepTitle')} lead={t(enrolment ? 'enrolLead' : 'secondStep')}>
      <div className="accountPage">
        <Panel>
          {enrolment ? <EnrolFactor onDone={() => void goOn()} /> : <CodeForm ok={t('title')} onProven={goOn} />}
        </Panel>
      </div>
    </Page>
  );
}
