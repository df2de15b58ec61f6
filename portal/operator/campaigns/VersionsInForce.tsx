import type { components } from '../../api/schema.js';
import { CampaignPhase } from '../../components/CampaignPhase.js';
import { Label } from '../../components/Label.js';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';

/** The policy and calendar versions that new applications of each campaign take. */
export function VersionsInForce({ campaigns }: { readonly campaigns: components['schemas']['Health']['campaigns'] }) {
  const t = useLabels(operator);
  return (
    <Panel title={t('versions')}>
      {campaigns.length === 0 ? (
        <p className="nothingHere">{t('noCampaigns')}</p>
      ) : (
        <ul className="lines">
          {campaigns.map(
            ({ id, title, phase, phaseLabel, policyVersion, calendarVersion, officialYears, newerCalendar }) => (
              <li key={id}>
                <span>
                  <strong lang="zh-CN">{title}</strong> <CampaignPhase phase={phase} label={phaseLabel} />
                  <div className="quiet">
                    <code>{id}</code>
                  </div>
                </span>
                <span>
                  {t('policyVersion')} {t('version', { n: policyVersion })}
                  <div className="quiet">
                    {t('calendarVersion')} <code>{calendarVersion}</code>
                  </div>
                  <div className="quiet">{t('officialYears', { years: officialYears.join(', ') })}</div>
                  {newerCalendar === null ? null : <Label tone="late">{t('newerCalendar')}</Label>}
                </span>
              </li>
            ),
          )}
        </ul>
      )}
    </Panel>
  );
}
