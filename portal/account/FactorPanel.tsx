import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { meQuery } from '../api/me.js';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { EnrolFactor } from './EnrolFactor.js';
import { RecoveryCodes } from './RecoveryCodes.js';

const factorQuery = queryOptions({
  queryKey: ['secondFactor'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/second-factor', { signal })),
});

/** The person's authenticator and recovery codes. */
export function FactorPanel() {
  const t = useLabels(account);
  const client = useQueryClient();
  const { data, error } = useQuery(factorQuery);
  const [enrolling, setEnrolling] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const refresh = () =>
    Promise.all([factorQuery, meQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })));
  const renew = useMutation({
    mutationFn: () => answer(api.POST('/api/me/second-factor/recovery-codes')),
    onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes),
  });
  const remove = useMutation({ mutationFn: () => answer(api.DELETE('/api/me/second-factor')), onSuccess: refresh });
  const failed = error ?? renew.error ?? remove.error;
  const done = () => {
    setEnrolling(false);
    setCodes(null);
    void refresh();
  };
  return (
    <Panel title={t('secondFactor')}>
      {failed === null ? null : <Problem error={failed} />}
      {data === undefined ? error === null && <Loading rows={2} /> : null}
      {codes === null ? null : <RecoveryCodes codes={codes} onNoted={done} />}
      {enrolling ? <EnrolFactor onDone={done} /> : null}
      {data === undefined || codes !== null || enrolling ? null : data.confirmed ? (
        <>
          <p>{t('factorOn', { n: data.recoveryCodes })}</p>
          <div className="row">
            <Button loading={renew.isPending} onClick={() => renew.mutate()}>
              {t('renewCodes')}
            </Button>
            <Popconfirm
              title={t('removeFactor')}
              description={t('removeFactorMore')}
              okText={t('removeFactor')}
              okButtonProps={{ danger: true }}
              onConfirm={() => remove.mutateAsync().catch(() => undefined)}
            >
              <Button danger>{t('removeFactor')}</Button>
            </Popconfirm>
          </div>
        </>
      ) : (
        <>
          <p>{t('factorOff')}</p>
          <Button onClick={() => setEnrolling(true)}>{t('enrol')}</Button>
        </>
      )}
    </Panel>
  );
}
