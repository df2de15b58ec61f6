import { FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { application as area } from '../../labels/application.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { Panel } from '../Panel.js';
import '../lines.css';

interface Props {
  /** `seq` tells when there may be another paper. */
  readonly application: { readonly id: string; readonly seq: number };
}

/** The papers of an application that this reader prints; those that are not to be had yet say from when. */
export function PapersPanel({ application: { id, seq } }: Props) {
  const t = useLabels(area);
  const localize = useLocalized();
  const papers = useQuery({
    queryKey: ['application', id, 'papers', seq],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}/papers', { params: { path: { id } }, signal })),
    placeholderData: (previous) => previous,
  }).data?.items;
  if (papers === undefined || papers.length === 0) return null;
  return (
    <Panel title={t('papers')}>
      <p className="quiet" style={{ marginBlockStart: 0 }}>
        {t('papersLead')}
      </p>
      <ul className="lines">
        {papers.map(({ kind, label, ready, from }) => {
          const address = `/api/applications/${id}/papers/${kind}`;
          return (
            <li key={kind}>
              <span>
                <FilePdfOutlined aria-hidden /> {localize(label)}
                {ready ? null : <div className="quiet">{localize(from)}</div>}
              </span>
              {ready ? (
                <span className="row">
                  <a href={`${address}?inline=true`} target="_blank" rel="noreferrer">
                    {t('paperShow')}
                    <span className="visuallyHidden">：{localize(label)}</span>
                  </a>
                  <a href={address} download>
                    {t('paperSave')}
                    <span className="visuallyHidden">：{localize(label)}</span>
                  </a>
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
