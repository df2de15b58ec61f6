import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { type Proposed, preview } from './previewQuery.js';
import { WhatIfResult } from './WhatIfResult.js';

interface Props {
  readonly campaignId: string;
  /** The proposed policy and calendar. */
  readonly proposed: () => Proposed;
}

/**
 * Which running applications would gain, lose or miss a deadline under a proposed policy; loaded on request, changes
 * nothing.
 */
export function WhatIf({ campaignId, proposed }: Props) {
  const t = useLabels(office);
  const { data, error, isPending, mutate } = useMutation({ mutationFn: () => preview(campaignId, proposed()) });
  return (
    <div className="stack" style={{ gap: 8, marginBlockEnd: 12 }}>
      <Button size="small" loading={isPending} onClick={() => mutate()}>
        {t('whatIf')}
      </Button>
      {error === null ? null : <Problem error={error} />}
      {data === undefined ? null : <WhatIfResult preview={data} />}
    </div>
  );
}
