import { Button } from 'antd';
import { useState } from 'react';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { RepairForm } from './RepairForm.js';
import { everyTarget } from './target.js';

/** Retries everything that is parked, for one reason. */
export function RetryAll({ onDone }: { readonly onDone: (description: string) => void }) {
  const t = useLabels(operator);
  const [open, setOpen] = useState(false);
  const description = t('allSteps');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('retryAll')}</Button>
      {open ? (
        <RepairForm
          repair="retry_step"
          target={everyTarget(description)}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone(description);
          }}
        />
      ) : null}
    </>
  );
}
