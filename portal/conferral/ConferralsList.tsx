import { ListTable } from '../components/queue/ListTable.js';
import { conferral } from '../labels/conferral.js';
import { useChoiceLabel } from '../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../labels/labelArea.js';
import type { ConferredTitle } from './queries.js';
import { useDay } from './useDay.js';
import './conferrals.css';

/** Conferred titles by unit; each unit's list prints on a sheet of its own. */
export function ConferralsList({ titles }: { readonly titles: readonly ConferredTitle[] }) {
  const t = useLabels(conferral);
  const choiceLabel = useChoiceLabel();
  const day = useDay();
  const units = [...new Set(titles.map(({ unitId }) => unitId))];
  return (
    <div className="stack">
      {units.map((unitId) => {
        const people = titles.filter((title) => title.unitId === unitId);
        const title = t('conferredCount', { unit: people[0]?.unitName ?? unitId, n: people.length });
        return (
          <section key={unitId} className="conferralUnit">
            <h2 className="sectionTitle" lang="zh-CN">
              {title}
            </h2>
            <ListTable
              caption={title}
              items={people}
              idOf={({ applicationId }) => applicationId}
              columns={[
                { title: t('name'), of: ({ name }) => <strong lang="zh-CN">{name}</strong> },
                { title: t('number'), of: ({ number }) => number },
                { title: t('level'), of: ({ level }) => choiceLabel(level) },
                { title: t('specialty'), of: ({ specialty }) => <span lang="zh-CN">{specialty}</span> },
                { title: t('conferredOn'), of: ({ conferredOn }) => day(conferredOn) },
                {
                  title: t('state'),
                  of: ({ revokedOn }) => (revokedOn === null ? t('valid') : t('revokedOn', { day: day(revokedOn) })),
                },
              ]}
            />
            <p className="onPaper">{t('signedAndSealed')}</p>
          </section>
        );
      })}
    </div>
  );
}
