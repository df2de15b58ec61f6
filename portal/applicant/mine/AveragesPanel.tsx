import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { Panel } from '../../components/Panel.js';
import { Facts } from '../../conferral/Facts.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels } from '../../labels/labelArea.js';

/** The criteria of the defense and the averages of the panel, once it is scored. */
export function AveragesPanel({ applicationId: id }: { readonly applicationId: string }) {
  const t = useLabels(applicant);
  const { data } = useQuery({
    queryKey: ['defenseAverages', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/applications/{id}/defense-averages', { params: { path: { id } }, signal })),
  });
  if (!data || data.criteria.length === 0) return null;
  return (
    <Panel title={t('averages')}>
      <Facts
        facts={[
          [t('average'), <strong key="average">{data.average ?? '—'}</strong>],
          ...data.criteria.map(({ name, weight, average }) => [`${name}（${weight}）`, average ?? '—'] as const),
        ]}
      />
    </Panel>
  );
}
