import { application as area } from '../../labels/application.js';
import { papers as papersArea } from '../../labels/dossier/papers.js';
import { useLabels } from '../../labels/labelArea.js';
import { Panel } from '../Panel.js';
import { SignedScans } from '../print/SignedScans.js';
import { PaperLines } from './PaperLines.js';
import { usePapers } from './usePapers.js';

interface Props {
  /** `seq` tells when there may be another paper. */
  readonly application: { readonly id: string; readonly seq: number };
}

/** The papers of an application that this reader prints; those that are not to be had yet say from when. */
export function PapersPanel({ application }: Props) {
  const { id } = application;
  const t = useLabels(area);
  const tPapers = useLabels(papersArea);
  const { items: papers = [], archive = false } = usePapers(application) ?? {};
  if (papers.length === 0) return null;
  const lines = papers.map(({ kind, label, ready, from }) => {
    const address = `/api/applications/${id}/papers/${kind}`;
    return { key: kind, label, about: null, ready, from, showAt: `${address}?inline=true`, saveAt: address };
  });
  return (
    <Panel title={t('papers')}>
      <p className="quiet" style={{ marginBlockStart: 0 }}>
        {t('papersLead')}
      </p>
      <PaperLines papers={lines} />
      <SignedScans application={application} />
      {archive ? (
        <p style={{ marginBlockEnd: 0 }}>
          <a href={`/api/applications/${id}/archive`} download>
            {tPapers('archive')}
          </a>
          <span className="quiet"> {tPapers('archiveLead')}</span>
        </p>
      ) : null}
    </Panel>
  );
}
