import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Application } from '../api/applications.js';
import { useMe } from '../api/me.js';
import { application as area } from '../labels/application.js';
import { useLabels } from '../labels/labelArea.js';

/** A link from the shared page, to which letters lead, to the applicant's own: form, corrections, fee and originals. */
export function OwnLink({ application }: { readonly application: Application }) {
  const t = useLabels(area);
  const me = useMe();
  const navigate = useNavigate();
  if (application.applicantId !== me.personId) return null;
  return (
    <Button type="primary" onClick={() => void navigate(`/applicant/${application.id}`)}>
      {t('own')}
    </Button>
  );
}
