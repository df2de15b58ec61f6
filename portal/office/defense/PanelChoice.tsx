import { useQuery } from '@tanstack/react-query';
import { Checkbox, Radio } from 'antd';
import { committeesQuery } from '../../committee/queries.js';
import { defense } from '../../labels/defense.js';
import { useLabels } from '../../labels/labelArea.js';
import type { Draft } from './draft.js';

interface Props {
  readonly campaignId: string;
  readonly specialty: string;
  readonly draft: Draft;
  readonly onChange: (more: Pick<Draft, 'panel' | 'leader'>) => void;
}

/** Selects the panel and its leader from the committee that judges the specialty. */
export function PanelChoice({ campaignId, specialty, draft, onChange }: Props) {
  const t = useLabels(defense);
  const committees = useQuery(committeesQuery(campaignId)).data;
  const committee = committees?.find(({ specialties }) => specialties.includes(specialty));
  const members = committee?.members.filter(({ invitation }) => /^(invited|accepted)$/.test(invitation)) ?? [];
  const { panel, leader } = draft;
  const leads = panel.includes(leader) ? leader : panel[0];
  const choose = (expertId: string, chosen: boolean) => {
    const next = chosen ? [...panel, expertId] : panel.filter((id) => id !== expertId);
    onChange({ panel: next, leader: next.includes(leader) ? leader : (next[0] ?? '') });
  };
  return (
    <fieldset className="tickList">
      <legend>{t('panel')}</legend>
      <span className="quiet">{t('panelMore')}</span>
      {committees !== undefined && members.length === 0 ? <p className="quiet">{t('noMembers')}</p> : null}
      {members.map(({ expertId, name }) => (
        <div key={expertId} className="row">
          <Checkbox checked={panel.includes(expertId)} onChange={({ target }) => choose(expertId, target.checked)}>
            <span lang="zh-CN">{name}</span>
          </Checkbox>
          {panel.includes(expertId) ? (
            <Radio
              name="defenseLeader"
              aria-label={t('leaderOf', { name })}
              checked={leads === expertId}
              onChange={() => onChange({ panel, leader: expertId })}
            >
              {t('leader')}
            </Radio>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
