import type { Words } from '../../../../../rules/policy/words.js';
import { GrowingTextArea } from '../../../../components/GrowingTextArea.js';
import { Paragraphs } from '../../../../components/Paragraphs.js';
import { useLabels } from '../../../../labels/labelArea.js';
import { office } from '../../../../labels/office.js';
import type { KindInputProps } from './KindInput.js';
import { textOf } from './partOf.js';

/** A text in Chinese, and in English where the office has one, as it will be shown. */
export function WordsInput({ name, value, onChange }: KindInputProps) {
  const t = useLabels(office);
  const words: Words = { zh: textOf(value, 'zh'), en: textOf(value, 'en') };
  return (
    <div className="stack" style={{ gap: 8 }}>
      {(['zh', 'en'] as const).map((language) => (
        <GrowingTextArea
          key={language}
          aria-label={`${name} ${t(`words_${language}`)}`}
          placeholder={t(`words_${language}`)}
          minRows={2}
          maxRows={16}
          maxLength={5000}
          value={words[language]}
          onChange={({ target }) => onChange({ ...words, [language]: target.value })}
        />
      ))}
      {words.zh === '' ? null : (
        <div className="wordsPreview">
          <div className="quiet">{t('wordsPreview')}</div>
          <Paragraphs words={words} />
        </div>
      )}
    </div>
  );
}
