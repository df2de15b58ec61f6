import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Radio, Select } from 'antd';
import type { CampaignCodes } from '../../../rules/campaign/codes.js';
import { campaignsQuery } from '../../api/campaigns.js';
import { now } from '../../api/config.js';
import { GrowingTextArea } from '../../components/GrowingTextArea.js';
import { applicant } from '../../labels/applicant.js';
import { common } from '../../labels/common.js';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';
import { HoursByYear } from './HoursByYear.js';
import { descriptionIdOf } from './Labelled.js';
import type { Field } from './sections.js';

interface Props {
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly wrong: boolean;
  readonly hasDescription: boolean;
}

const string = (value: unknown) => (typeof value === 'string' ? value : '');
const lastYears = () =>
  Array.from({ length: 15 }, (_, back) => new Date(now()).getFullYear() - back).map((year) => ({
    value: year,
    label: String(year),
  }));
const FEW = 4;

/** Whether a field consists of several controls and is labelled as a group. */
export const isGroup = ({ as, ...field }: Field) =>
  as === 'yesNo' || as === 'several' || (as === 'one' && 'of' in field && field.of.length <= FEW);

/** The control of one field. An emptied field is `undefined`: not filled in. */
export function Control({ id, field, value, onChange, wrong, hasDescription }: Props) {
  const t = useLabels(applicant);
  const tCommon = useLabels(common);
  const choiceLabel = useChoiceLabel();
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const codes = (of: keyof CampaignCodes) => [
    ...new Set(campaigns.flatMap((one) => one.codes[of].map(({ code }) => code))),
  ];
  const choice = (name: string) => ({ value: name, label: choiceLabel(name) });
  const ariaProps = { ...(hasDescription ? { 'aria-describedby': descriptionIdOf(id) } : {}), 'aria-invalid': wrong };
  const single = { id, ...(wrong ? { status: 'error' as const } : {}), ...ariaProps };
  const group = { id, 'aria-labelledby': `${id}:label`, ...ariaProps };
  const dateInput = (
    <Input
      {...single}
      type="date"
      className="fieldShort"
      min="1900-01-01"
      max="2100-12-31"
      disabled={field.as === 'untilNow' && value === null}
      value={string(value)}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
  const select = (of: readonly string[]) => (
    <Select
      {...single}
      className="fieldMedium"
      placeholder={t('choose')}
      value={typeof value === 'string' ? value : null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      options={of.map(choice)}
    />
  );
  switch (field.as) {
    case 'text':
      return (
        <>
          <Input
            {...single}
            value={string(value)}
            maxLength={field.most}
            {...(field.private ? { autoComplete: 'off', spellCheck: false } : {})}
            {...(field.offers === undefined ? {} : { list: `${id}:offers` })}
            onChange={(event) => onChange(event.target.value)}
          />
          {field.offers === undefined ? null : (
            <datalist id={`${id}:offers`}>
              {field.offers.map((offer) => (
                <option key={offer} value={offer} />
              ))}
            </datalist>
          )}
        </>
      );
    case 'paragraphs':
      return (
        <>
          <GrowingTextArea
            {...single}
            value={string(value)}
            maxLength={field.most}
            minRows={field.rows ?? 2}
            maxRows={24}
            onChange={(event) => onChange(event.target.value)}
          />
          <span className="quiet fieldCount">{t('count', { n: string(value).length, most: field.most })}</span>
        </>
      );
    case 'date':
      return dateInput;
    case 'untilNow':
      return (
        <div className="row">
          {dateInput}
          <Checkbox checked={value === null} onChange={(event) => onChange(event.target.checked ? null : undefined)}>
            {t('toNow')}
          </Checkbox>
        </div>
      );
    case 'number':
      return (
        <Input
          {...single}
          type="number"
          inputMode="numeric"
          min={0}
          max={field.most}
          step={1}
          className="fieldShort"
          value={typeof value === 'number' ? value : ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
        />
      );
    case 'yesNo':
      return (
        <Radio.Group
          {...group}
          name={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          options={[
            { value: true, label: tCommon('yes') },
            { value: false, label: tCommon('no') },
          ]}
        />
      );
    case 'agree':
      return (
        <Checkbox id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {t('agree')}
        </Checkbox>
      );
    case 'several':
      return (
        <fieldset {...group} className="fieldGroup">
          <Checkbox.Group
            value={Array.isArray(value) ? (value as string[]) : []}
            onChange={(chosen) => onChange(chosen)}
            options={field.of.map(choice)}
          />
        </fieldset>
      );
    case 'code':
      return select(codes(field.of));
    case 'one':
      return field.of.length <= FEW ? (
        <Radio.Group
          {...group}
          name={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          options={field.of.map(choice)}
        />
      ) : (
        select(field.of)
      );
    case 'year':
      return (
        <Select
          {...single}
          className="fieldShort"
          placeholder={t('choose')}
          value={typeof value === 'number' ? value : null}
          onChange={(chosen) => onChange(chosen ?? undefined)}
          options={lastYears()}
        />
      );
    case 'hours':
      return <HoursByYear id={id} value={value} years={lastYears()} onChange={onChange} />;
    case 'years':
      return (
        <Select
          {...single}
          mode="multiple"
          className="fieldMedium"
          placeholder={t('choose')}
          value={Array.isArray(value) ? (value as number[]) : []}
          onChange={(chosen) => onChange([...chosen].sort((a, b) => a - b))}
          options={lastYears()}
        />
      );
  }
}
