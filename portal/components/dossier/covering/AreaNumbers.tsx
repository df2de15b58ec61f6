import { DeleteOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { type CoveredArea, wholePage } from '../../../../rules/dossier/covered.js';
import { covering } from '../../../labels/dossier/covering.js';
import { useLabels } from '../../../labels/labelArea.js';

interface Props {
  readonly areas: readonly CoveredArea[];
  readonly onChange: (index: number, area: CoveredArea) => void;
  readonly onRemove: (index: number) => void;
}
type Side = 'x' | 'y' | 'width' | 'height';

const names = { x: 'left', y: 'top', width: 'width', height: 'height' } as const;
const percent = wholePage / 100;
const sides = Object.keys(names) as Side[];

/** The covered areas as numbers, for whoever does not draw; in percent of the page. */
export function AreaNumbers({ areas, onChange, onRemove }: Props) {
  const t = useLabels(covering);
  if (areas.length === 0) return <p className="quiet">{t('noAreas')}</p>;
  return (
    <ol className="coverAreas">
      {areas.map((area, index) => (
        // An area is identified by its position only.
        <li key={`area ${String(index)}`}>
          <fieldset>
            <legend>{t('area', { n: index + 1, page: area.page })}</legend>
            <div className="row">
              {sides.map((side) => (
                <span key={side} className="coverNumber">
                  <label htmlFor={`area.${index}.${side}`}>{t(names[side])}</label>
                  <InputNumber
                    id={`area.${index}.${side}`}
                    size="small"
                    min={side === 'width' || side === 'height' ? 0.5 : 0}
                    max={100}
                    step={0.5}
                    value={area[side] / percent}
                    onChange={(value) => {
                      if (value !== null) onChange(index, within({ ...area, [side]: Math.round(value * percent) }));
                    }}
                  />
                </span>
              ))}
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('remove', { n: index + 1 })}
                onClick={() => onRemove(index)}
              />
            </div>
          </fieldset>
        </li>
      ))}
    </ol>
  );
}

/** The area cut off at the edges of the page. */
function within({ x, y, width, height, page }: CoveredArea): CoveredArea {
  const left = Math.min(x, wholePage - 1);
  const top = Math.min(y, wholePage - 1);
  return { page, x: left, y: top, width: Math.min(width, wholePage - left), height: Math.min(height, wholePage - top) };
}
