import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type CampaignPaperName, campaignPaperKinds } from '../../../rules/papers/campaignPaperKinds.js';
import { answer, api } from '../../api/client.js';
import { PaperLines } from '../../components/application/PaperLines.js';
import { Panel } from '../../components/Panel.js';
import { application as area } from '../../labels/application.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import { WholeNumbers } from '../../rosters/WholeNumbers.js';

interface Props {
  readonly campaignId: string;
  /** Only the papers of this meeting or session. */
  readonly subject?: string;
  /** Only papers of this kind, of what there is one of. */
  readonly kind?: CampaignPaperName;
}

/** The papers of a campaign, its meetings, sessions and sanctions, for whoever prints them; nothing for others. */
export function CampaignPapers({ campaignId: id, subject: about, kind: only }: Props) {
  const t = useLabels(area);
  const q = useLabels(queue);
  const localize = useLocalized();
  const [asking, setAsking] = useState<CampaignPaperName | null>(null);
  const papers = useQuery({
    queryKey: ['campaign', id, 'papers'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/papers', { params: { path: { id } }, signal })),
    retry: false,
  }).data?.items;
  const shown = papers?.filter(
    ({ subject, kind }) =>
      (about ?? subject) === subject && (only === undefined || (only === kind && subject !== null)),
  );
  if (shown === undefined || shown.length === 0) return null;
  const lines = shown.map(({ kind, label, subject, subjectLabel, ready, from }) => {
    const address = `/api/campaigns/${id}/papers/${kind}`;
    const narrowed = subject === null ? '' : `subject=${subject}`;
    return {
      key: `${kind} ${subject ?? ''}`,
      label,
      about: subjectLabel,
      ready,
      from,
      showAt: `${address}?inline=true${narrowed === '' ? '' : `&${narrowed}`}`,
      saveAt: `${address}${narrowed === '' ? '' : `?${narrowed}`}`,
    };
  });
  return (
    <Panel title={t('papers')}>
      <p className="quiet" style={{ marginBlockStart: 0 }}>
        {t('papersLead')}
      </p>
      <PaperLines papers={lines} />
      {shown
        .filter(({ whole, ready }) => whole && ready)
        .map(({ kind, label }) => (
          <Button key={kind} onClick={() => setAsking(kind)}>
            {localize(label)} {q('wholeNumbers')}
          </Button>
        ))}
      {asking === null ? null : (
        <WholeNumbers
          title={localize(campaignPaperKinds[asking])}
          fileName={`${campaignPaperKinds[asking].zh}.pdf`}
          send={(body) => {
            const params = { path: { id, kind: asking } };
            return answer(api.POST('/api/campaigns/{id}/papers/{kind}', { params, body, parseAs: 'blob' }));
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Panel>
  );
}
