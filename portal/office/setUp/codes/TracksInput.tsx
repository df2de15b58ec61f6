import { Button, Checkbox } from 'antd';
import type { TrackLaw } from '../../../../rules/campaign/codes.js';
import { trackFor, usualTracks } from '../../../../rules/campaign/usualTracks.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { setUp } from '../../../labels/campaigns/setUp.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { entriesOf, newCode, textOf } from '../../policy/values/kinds/partOf.js';
import { TrackFields } from './TrackFields.js';

interface Props {
  readonly name: string;
  readonly value: unknown;
  readonly policy: Policy;
  readonly onChange: (value: unknown) => void;
}

/** The tracks of the notice: the usual ones are ticked, others added; each with who may take it and what it asks for. */
export function TracksInput({ name, value, policy, onChange }: Props) {
  const t = useLabels(setUp);
  const localize = useLocalized();
  const tracks = entriesOf(value) as readonly TrackLaw[];
  const has = (code: string) => tracks.some((one) => one.code === code);
  const levels = policy.levels.value;
  const add = () => {
    const code = newCode(
      'track',
      tracks.map((one) => textOf(one, 'code')),
    );
    const [plain] = usualTracks;
    onChange([...tracks, { ...plain, code, zh: '', fullZh: '', en: code, clause: '' }]);
  };
  return (
    <div className="stack" style={{ gap: 12 }}>
      <fieldset className="draftChoices row">
        <legend className="visuallyHidden">{name}</legend>
        {usualTracks.map((track) => (
          <Checkbox
            key={track.code}
            checked={has(track.code)}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? [...tracks, trackFor(track, levels)]
                  : tracks.filter(({ code }) => code !== track.code),
              )
            }
          >
            {localize(track)}
          </Checkbox>
        ))}
      </fieldset>
      <span className="quiet">{t('tracksMore')}</span>
      {tracks.map((track, index) => (
        <TrackFields
          key={track.code}
          name={`${name} ${index + 1}`}
          track={track}
          policy={policy}
          onChange={(next) => onChange(tracks.with(index, next))}
          onRemove={() => onChange(tracks.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button size="small" onClick={add}>
          {t('addTrack')}
        </Button>
      </div>
    </div>
  );
}
