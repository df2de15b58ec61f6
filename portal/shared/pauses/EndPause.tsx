import { Alert, Button } from 'antd';
import { useState } from 'react';
import { FormModal } from '../../components/FormModal.js';
import { RequiredReason } from '../../components/RequiredReason.js';
import { useLabels } from '../../labels/labelArea.js';
import { pauses as area } from './pauseLabels.js';
import { endPause } from './pauseQueries.js';

/** The button that ends a pause, with its dialog: a reason, and what follows. */
export function EndPause({ campaignId, pauseId }: { readonly campaignId: string; readonly pauseId: string }) {
  const t = useLabels(area);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('end')}
      </Button>
      {open ? (
        <FormModal<{ reason: string }, unknown>
          title={t('end')}
          ok={t('end')}
          invalidates="campaigns"
          send={(body) => endPause(campaignId, pauseId, body)}
          onClose={close}
          onDone={close}
        >
          <Alert type="warning" showIcon title={t('endConsequence')} style={{ marginBlockEnd: 12 }} />
          <RequiredReason label={t('reason')} missing={t('reasonMissing')} />
        </FormModal>
      ) : null}
    </>
  );
}
