import { Alert, Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../words/area.js';
import { office } from '../../words/office.js';
import { usePolicyChanges } from './policyQueries.js';

const ChangeDialog = lazy(() => import('./ChangeDialog.js').then(({ ChangeDialog: it }) => ({ default: it })));

interface Props {
  readonly id: string;
  readonly state: 'preparing' | 'open' | 'closed';
}
const colours = { preparing: 'warning', open: 'success', closed: 'default' } as const;

/** Whether a campaign takes applications, and the switch for it; the API says whether it may be opened. */
export function CampaignState({ id, state }: Props) {
  const t = useWords(office);
  const { setState } = usePolicyChanges(id);
  const [asked, setAsked] = useState(false);
  const to = state === 'open' ? 'closed' : 'open';
  const act = t(to === 'open' ? 'openCampaign' : 'closeCampaign');
  return (
    <>
      <Tag color={colours[state]}>{t(`campaignState_${state}`)}</Tag>
      <Button danger={to === 'closed'} onClick={() => setAsked(true)}>
        {act}
      </Button>
      {asked ? (
        <Suspense fallback={null}>
          <ChangeDialog
            title={act}
            ok={act}
            danger={to === 'closed'}
            error={setState.error}
            busy={setState.isPending}
            reason={null}
            onSend={() => setState.mutate(to, { onSuccess: () => setAsked(false) })}
            onClose={() => setAsked(false)}
          >
            <Alert
              type="warning"
              showIcon
              title={t(to === 'open' ? 'openConsequence' : 'closeConsequence')}
              style={{ marginBlockEnd: 12 }}
            />
          </ChangeDialog>
        </Suspense>
      ) : null}
    </>
  );
}
