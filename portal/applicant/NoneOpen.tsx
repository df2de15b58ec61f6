import type { ListedCampaign } from '../api/campaigns.js';
import { applicant } from '../labels/applicant.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';

/** Why nothing can be begun: each campaign with its phase and what stops the applicant's unit. */
export function NoneOpen({ campaigns }: { readonly campaigns: readonly ListedCampaign[] }) {
  const t = useLabels(applicant);
  const localize = useLocalized();
  return (
    <>
      <p>{t('noCampaign')}</p>
      <ul className="plainList stack">
        {campaigns.map(({ id, title, phaseLabel, ownUnits }) => (
          <li key={id}>
            <strong lang="zh-CN">{title}</strong> · {localize(phaseLabel)}
            {ownUnits.map(({ unitId, refusal }) =>
              refusal === null ? null : (
                <div key={unitId}>{localize({ zh: refusal.detail, en: refusal.detailEn })}</div>
              ),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
