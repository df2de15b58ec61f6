import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { Link, useNavigate } from 'react-router';
import { NewPasswordFields } from '../account/NewPasswordFields.js';
import { OpenFrame } from '../account/OpenFrame.js';
import { SignInForm } from '../account/SignInForm.js';
import { answer, api } from '../api/client.js';
import { meQuery } from '../api/me.js';
import { Loading } from '../components/Loading.js';
import { Problem } from '../components/Problem.js';
import { usePageTitle } from '../components/usePageTitle.js';
import { account } from '../labels/account.js';
import { useLabels, useMarks } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { IdNumberField } from './IdNumberField.js';
import { useTokenOnce } from './useTokenOnce.js';

interface FormValues {
  readonly newPassword: string;
  readonly idNumber?: string;
}

/** `/join#token`: accepts an invitation, by opening an account, setting its password, or signing in. */
export function JoinPage() {
  const t = useLabels(membership);
  const tAccount = useLabels(account);
  const mark = useMarks();
  const token = useTokenOnce();
  const navigate = useNavigate();
  const client = useQueryClient();
  usePageTitle(t('invited'));
  const query = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answer(api.POST('/api/auth/invitations', { body: { token } })),
    enabled: token !== '',
    retry: false,
    refetchOnWindowFocus: false,
  });
  const begin = async () => {
    // All but the invitation, which this page still shows and which could not be asked for again.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'invitation' });
    await client.fetchQuery(meQuery);
    await navigate('/', { replace: true });
  };
  const accepting = useMutation({
    mutationFn: ({ newPassword, idNumber }: FormValues) => {
      const body = { token, newPassword, ...(idNumber === undefined ? {} : { idNumber }) };
      return answer(api.POST('/api/auth/invitations/accept', { body }));
    },
    onSuccess: begin,
  });
  const joining = useMutation({
    mutationFn: () => answer(api.POST('/api/me/invitations', { body: { token } })),
    onSuccess: begin,
  });
  const invitation = query.data;
  const lead =
    invitation === undefined
      ? ''
      : invitation.scopeName === null
        ? t('openedLead')
        : `${t('invitedLead', { unit: invitation.scopeName })}`;
  return (
    <OpenFrame
      title={t('invited')}
      lead={lead}
      below={
        <p className="signInFoot">
          <Link to="/sign-in">{tAccount('toSignIn')}</Link>
        </p>
      }
    >
      {query.error === null ? null : <Problem error={query.error} />}
      {token === '' ? <Alert type="info" showIcon title={t('linkMissing')} /> : null}
      {query.isLoading ? <Loading rows={3} /> : null}
      {invitation === undefined ? null : (
        <>
          <p>
            <strong lang="zh-CN">{invitation.name}</strong>
            {mark.comma}
            {invitation.contact}
            {invitation.role === null ? null : (
              <span className="quiet">
                {mark.comma}
                {t(invitation.role === 'applicant' ? 'asMember' : 'asClerk')}
              </span>
            )}
          </p>
          {invitation.hasAccount ? (
            <>
              <p>{t('invitedHasAccount')}</p>
              {joining.error === null ? null : <Problem error={joining.error} />}
              <SignInForm onSignedIn={() => joining.mutate()} />
            </>
          ) : (
            <Form<FormValues> layout="vertical" requiredMark={false} onFinish={(typed) => accepting.mutate(typed)}>
              {invitation.needsIdNumber ? <IdNumberField /> : null}
              <NewPasswordFields />
              {accepting.error === null ? null : <Problem error={accepting.error} />}
              <Button type="primary" htmlType="submit" size="large" block loading={accepting.isPending}>
                {t('accept')}
              </Button>
            </Form>
          )}
        </>
      )}
    </OpenFrame>
  );
}
