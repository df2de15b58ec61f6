import type { Application } from '../api/applications.js';
import { PostingPhotos } from '../components/dossier/PostingPhotos.js';
import { Panel } from '../components/Panel.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';

/** The unit's posting of the result, proved by a photo; shown while the law lets the unit confirm it (通知 三（五）). */
export function PostingPanel({ application }: { readonly application: Application }) {
  const t = useLabels(conferral);
  if (!application.actions.some(({ event }) => event === 'confirm_unit_posting')) return null;
  return (
    <Panel title={t('posting')}>
      <p className="quiet" style={{ marginBlockStart: 0 }}>
        {t('postingLead')}
      </p>
      <PostingPhotos application={application} />
    </Panel>
  );
}
