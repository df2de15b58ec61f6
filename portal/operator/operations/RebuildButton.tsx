import { Button } from 'antd';
import { useState } from 'react';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { RepairForm } from './RepairForm.js';
import { workflowTarget } from './target.js';

interface Props {
  readonly applicationId: string;
  readonly number: string;
  readonly onDone: (description: string) => void;
}

/** Has the workflow of an application begun again from the record, for a reason. */
export function RebuildButton({ applicationId, number, onDone }: Props) {
  const t = useLabels(operator);
  const [open, setOpen] = useState(false);
  const title = t('rebuild');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {title}
        <span className="visuallyHidden"> ({number})</span>
      </Button>
      {open ? (
        <RepairForm
          repair="retry_step"
          target={workflowTarget({ applicationId, number }, title)}
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
