import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef } from 'react';
import { fetchInSession } from '../api/client.js';
import { ApiProblem, ConnectionLost, isProblem } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { legible } from '../api/uploads/legible.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import { Facts } from './Facts.js';

export type Receipt = components['schemas']['ObjectionReceipt'];
interface Props {
  readonly noticeId: string;
  readonly receipt: Receipt;
}

/** The receipt of an objection, and an upload for its evidence. */
export function TakenObjection({ noticeId, receipt }: Props) {
  const t = useLabels(conferral);
  const field = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: async (file: File) => await send(noticeId, receipt, (await legible(file)).file),
  });
  return (
    <Panel>
      <div className="stack">
        <Alert
          role="status"
          type="success"
          showIcon
          title={t('objectionTaken')}
          description={t(receipt.reachable ? 'objectionHolds' : 'objectionFiled')}
        />
        <Facts
          facts={[
            [t('objectionNumber'), receipt.objectionId, 'code'],
            [t('receipt'), <strong key="receipt">{receipt.receipt}</strong>, 'code'],
          ]}
        />
        <p className="quiet" style={{ margin: 0 }}>
          {t('receiptMore')}
        </p>
        <div>
          <input
            ref={field}
            type="file"
            hidden
            accept="application/pdf,image/jpeg,image/png"
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen) sending.mutate(chosen);
              target.value = '';
            }}
          />
          <Button loading={sending.isPending} onClick={() => field.current?.click()}>
            {t('addEvidence')}
          </Button>{' '}
          <span className="quiet">{t('evidenceMore', { n: receipt.filesAtMost })}</span>
          {sending.data === undefined ? null : <p role="status">{sending.data}</p>}
          {sending.error === null ? null : <Problem error={sending.error} />}
        </div>
      </div>
    </Panel>
  );
}

async function send(noticeId: string, { objectionId, receipt }: Receipt, file: File): Promise<string> {
  const query = new URLSearchParams([['fileName', file.name]]);
  const url = `/api/notices/${noticeId}/objections/${objectionId}/evidence?${query}`;
  const headers = { 'Content-Type': 'application/octet-stream', 'Objection-Receipt': receipt };
  const response = await fetchInSession(new Request(url, { method: 'POST', headers, body: file }));
  if (response.ok) return file.name;
  const responseText: unknown = await response.json().catch(() => null);
  throw isProblem(responseText) ? new ApiProblem(responseText) : new ConnectionLost(response.status);
}
