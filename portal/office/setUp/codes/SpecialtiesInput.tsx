import { useState } from 'react';
import { GrowingTextArea } from '../../../components/GrowingTextArea.js';
import { setUp } from '../../../labels/campaigns/setUp.js';
import { useLabels } from '../../../labels/labelArea.js';
import { linesOfSpecialties, specialtiesOfLines } from './specialtyLines.js';

interface Props {
  readonly name: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** Series and specialties as a notice lists them, a line for each series. */
export function SpecialtiesInput({ name, value, onChange }: Props) {
  const t = useLabels(setUp);
  const [text, setText] = useState(() => linesOfSpecialties(value));
  return (
    <>
      <GrowingTextArea
        aria-label={name}
        minRows={2}
        maxRows={12}
        maxLength={20_000}
        placeholder={t('specialtyLines')}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const specialties = specialtiesOfLines(target.value, value);
          onChange(specialties.length === 0 ? null : specialties);
        }}
      />
      <span className="quiet">{t('specialtyMore')}</span>
    </>
  );
}
