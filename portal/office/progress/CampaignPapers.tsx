import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { PaperLines } from '../../components/application/PaperLines.js';
import { Panel } from '../../components/Panel.js';
import { application as area } from '../../labels/application.js';
import { useLabels } from '../../labels/labelArea.js';

/** The papers of a campaign, its meetings and its sessions of the defense, for whoever prints them; nothing for others. */
export function CampaignPapers({ campaignId: id }: { readonly campaignId: string }) {
  const t = useLabels(area);
  const papers = useQuery({
    queryKey: ['campaign', id, 'papers'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/papers', { params: { path: { id } }, signal })),
    retry: false,
  }).data?.items;
  if (papers === undefined) return null;
  const lines = papers.map(({ kind, label, subject, subjectLabel, ready, from }) => {
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
    </Panel>
  );
}
