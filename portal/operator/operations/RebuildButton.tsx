import { Button } from 'antd';
import { useState } from 'react';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { RepairForm } from './RepairForm.js';
import { workflowTarget } from './target.js';

interface Props {
  readonly applicationId: string;
  readonly onDone: (description: string) => void;
}

/** Has the workflow of an application begun again from the record, for a reason. */
export function RebuildButton({ applicationId, onDone }: Props) {
  const t = useLabels(operator);
  const [open, setOpen] = useState(false);
  const title = t('rebuild');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {title}
        <span className="visuallyHidden"> ({applicationId.slice(0, 8)})</span>
      </Button>
      {open ? (
        <RepairForm
          repair="retry_step"
          target={workflowTarget(applicationId, title)}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone(title);
          }}
        />
      ) : null}
    </>
  );
}
