import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { type DefenseSlot, type Waiting, waitingQuery } from '../../defense/defenseQueries.js';
import { defense } from '../../labels/defense.js';
import { useLabels } from '../../labels/labelArea.js';

interface Props {
  readonly campaignId: string;
  readonly specialty: string;
  /** the session's present candidates */
  readonly own: readonly DefenseSlot[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}
type Candidate = Pick<Waiting, 'applicationId' | 'applicantName' | 'unitName'> & { readonly absences?: number };

/** Selects the candidates and their order: selected ones first, in order, then those without a session. */
export function OrderChoice({ campaignId, specialty, own, chosen, onChange }: Props) {
  const t = useLabels(defense);
  const waiting = useQuery(waitingQuery(campaignId)).data ?? [];
  const all: readonly Candidate[] = [...own, ...waiting.filter((one) => one.specialty === specialty)];
  const selected = chosen.flatMap((id) => all.find(({ applicationId }) => applicationId === id) ?? []);
  const rest = all.filter(({ applicationId }) => !chosen.includes(applicationId));
  const move = (from: number, to: number) => {
    const next = [...chosen];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <fieldset className="tickList">
      <legend>{t('order')}</legend>
      <span className="quiet">{t('orderMore')}</span>
      {all.length === 0 ? <p className="quiet">{t('nobodyWaits')}</p> : null}
      {selected.map((one, index) => (
        <div key={one.applicationId} className="row" style={{ flexWrap: 'nowrap' }}>
          <span className="numbers">{index + 1}.</span>
          <Tick one={one} chosen onChoose={() => onChange(chosen.filter((id) => id !== one.applicationId))} />
          <Button
            size="small"
            icon={<ArrowUpOutlined />}
            aria-label={t('up', { name: one.applicantName })}
            disabled={index === 0}
            onClick={() => move(index, index - 1)}
          />
          <Button
            size="small"
            icon={<ArrowDownOutlined />}
            aria-label={t('down', { name: one.applicantName })}
            disabled={index === selected.length - 1}
            onClick={() => move(index, index + 1)}
          />
        </div>
      ))}
      {rest.map((one) => (
        <Tick
          key={one.applicationId}
          one={one}
          chosen={false}
          onChoose={() => onChange([...chosen, one.applicationId])}
        />
      ))}
      {rest.length > 1 ? (
        <div>
          <Button size="small" onClick={() => onChange([...chosen, ...rest.map(({ applicationId }) => applicationId)])}>
            {t('allWaiting')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

interface TickProps {
  readonly one: Candidate;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Tick({ one, chosen, onChoose }: TickProps) {
  const t = useLabels(defense);
  return (
    <Checkbox checked={chosen} onChange={onChoose} style={{ flex: 1 }}>
      <span lang="zh-CN">{one.applicantName}</span>{' '}
      <span className="quiet" lang="zh-CN">
        {one.unitName}
      </span>
      {one.absences ? <span className="quiet"> {t('absences', { n: one.absences })}</span> : null}
    </Checkbox>
  );
}
