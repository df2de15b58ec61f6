import { Input } from 'antd';
import { useLabels } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';
import { useChosenMoment } from './chosenMoment.js';

interface Props {
  readonly name: string;
  /** `2026-12-27T24:00`: notices use 24:00, which a native datetime-local input does not accept */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day and a time of day in Beijing, up to 24:00. */
export function MomentInput({ name, value, onChange }: Props) {
  const t = useLabels(office);
  const [day = '', clock = ''] = value.split('T');
  const chosen = useChosenMoment(name, value, onChange);
  const choose = () => chosen?.choose(name, value);
  return (
    <span className={chosen?.name === name ? 'row momentChosen' : 'row'} style={{ flexWrap: 'nowrap' }}>
      <Input
        type="date"
        onFocus={choose}
        aria-label={`${name} ${t('date')}`}
        style={{ width: 170 }}
        value={day}
        onChange={({ target }) => onChange(`${target.value}T${clock}`)}
      />
      <Input
        aria-label={`${name} ${t('clock')}`}
        style={{ width: 84 }}
        list="policyHours"
        onFocus={choose}
        maxLength={5}
        placeholder="24:00"
        value={clock}
        onChange={({ target }) => onChange(`${day}T${target.value}`)}
      />
    </span>
  );
}
