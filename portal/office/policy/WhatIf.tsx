import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Policy } from '../../../rules/policy/policy.js';
import { answer, api } from '../../api/client.js';
import type { paths } from '../../api/schema.js';
import { Instant } from '../../pieces/Instant.js';
import { Problem } from '../../pieces/Problem.js';
import { useSay, useWords } from '../../words/area.js';
import { office } from '../../words/office.js';

type Body = paths['/api/campaigns/{id}/policy/preview']['post']['requestBody']['content']['application/json'];
interface Props {
  readonly campaignId: string;
  /** The policy as it would be. */
  readonly proposed: () => Policy;
}

/** Which running applications would gain, lose or miss a date under a changed policy; asked for, and changing nothing. */
export function WhatIf({ campaignId, proposed }: Props) {
  const t = useWords(office);
  const say = useSay();
  const preview = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/campaigns/{id}/policy/preview', {
          params: { path: { id: campaignId } },
          body: { policy: proposed() } as unknown as Body,
        }),
      ),
  });
  const { data, error, isPending } = preview;
  return (
    <div className="stack" style={{ gap: 8, marginBlockEnd: 12 }}>
      <Button size="small" loading={isPending} onClick={() => preview.mutate()}>
        {t('whatIf')}
      </Button>
      {error === null ? null : <Problem error={error} />}
      {data === undefined ? null : (
        <div aria-live="polite">
          <strong>{t('whatIfCounts', { ...data.counts, running: data.running })}</strong>
          <ul className="plainList">
            {data.items.map(({ id, applicantName, changes }) => (
              <li key={id}>
                <span lang="zh-CN">{applicantName}</span>
                {changes.map(({ deadline, words, from, to, kind }) => (
                  <div key={deadline} className="quiet">
                    {say(words)} · {t(`whatIf_${kind}`)} <Instant at={from} due /> → <Instant at={to} due />
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
