import { instantOf, isoInBeijing } from '../../../rules/calendar/instant.js';
import type { Policy, WindowName } from '../../../rules/policy/policy.js';
import { windowOf } from '../../../rules/policy/policyWindows.js';
import type { Application } from '../../api/applications.js';
import { Instant } from '../../components/deadline/Instant.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels } from '../../labels/labelArea.js';

interface Props {
  readonly name: WindowName;
  readonly application: Application;
  readonly policy: Policy;
}

/** From when until when, in this candidate's window; or that the notice sets none. */
export function WindowLine({ name, application, policy }: Props) {
  const t = useLabels(applicant);
  const window = windowOf(name, application.profile, policy);
  if (window === null) return <span className="quiet">{t('noWindow')}</span>;
  const iso = (written: string) => isoInBeijing(instantOf(written));
  return (
    <span className="quiet">
      <Instant at={iso(window.value.opens)} /> — <Instant at={iso(window.value.due)} due />
    </span>
  );
}
