import { Button } from 'antd';
import { useState } from 'react';
import type { RepairName } from '../../../rules/application/lifecycle.js';
import { useLabels, useMarks } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { RepairForm } from './RepairForm.js';
import type { Target } from './target.js';

interface Props {
  readonly target: Target;
  readonly onDone: (description: string) => void;
}

/** Retry and skip of a parked step or letter; both ask for a reason first. */
export function RepairButtons({ target, onDone }: Props) {
  const t = useLabels(operator);
  const mark = useMarks();
  const [open, setOpen] = useState<RepairName | null>(null);
  const about = (
    <span className="visuallyHidden">
      {mark.colon}
      <span lang="zh-CN">{target.description}</span> ({target.about})
    </span>
  );
  return (
    <>
      <Button size="small" onClick={() => setOpen('retry_step')}>
        {t('retry_step')}
        {about}
      </Button>
      <Button size="small" danger onClick={() => setOpen('skip_step')}>
        {t('skip_step')}
        {about}
      </Button>
      {open === null ? null : (
        <RepairForm
          repair={open}
          target={target}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onDone(target.description);
          }}
        />
      )}
    </>
  );
}
