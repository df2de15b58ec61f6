import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { hasFields } from '../../../../rules/dossier/career/careerFile.js';
import type { SectionName } from '../../../../rules/dossier/dossier.js';
import { answer, api } from '../../../api/client.js';
import { Problem } from '../../../components/Problem.js';
import { applicant } from '../../../labels/applicant.js';
import { useDocumentName } from '../../../labels/dossier/documents.js';
import { useLabels } from '../../../labels/labelArea.js';
import type { Sections } from '../sections.js';
import { evidenceOf } from '../upload/evidenceOf.js';
import type { useFormDraft } from '../useFormDraft.js';
import { careerQuery } from './careerQuery.js';
import { useRowText } from './useRowText.js';

interface Props {
  readonly applicationId: string;
  readonly name: SectionName;
  readonly form: ReturnType<typeof useFormDraft>;
}
type Values = Readonly<Record<string, unknown>>;

/** What the person entered in this section of earlier applications, with where it is from: they choose what to take over. */
export function CareerOffer({ applicationId, name, form }: Props) {
  const t = useLabels(applicant);
  const textOf = useRowText();
  const nameOf = useDocumentName();
  const client = useQueryClient();
  const { data } = useQuery(careerQuery(applicationId));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const present: Values = form.sections[name] ?? {};
  const rows = (data?.rows ?? [])
    .map((row, index) => ({ ...row, key: `row ${index}` }))
    .filter(({ section, value, isEntry }) => section === name && !isThere(present, value, isEntry));
  const documents = (data?.documents ?? []).filter(({ kind }) => evidenceOf[name].includes(kind));
  const sourceOf = (id: string) => {
    const source = data?.sources.find((one) => one.id === id);
    return source === undefined ? '' : t('careerFrom', { number: source.number, campaign: source.campaignTitle });
  };
  const take = useMutation({
    mutationFn: async () => {
      const ids = documents.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
      if (ids.length > 0) {
        const path = { params: { path: { id: applicationId } } };
        await answer(api.POST('/api/applications/{id}/career/documents', { ...path, body: { documents: ids } }));
      }
      const taken = rows.filter(({ key }) => chosen.includes(key));
      const whole = taken.filter(({ isEntry }) => !isEntry).map(({ value }) => value);
      const entries = taken.filter(({ isEntry }) => isEntry).map(({ value }) => value);
      if (taken.length > 0)
        form.draft.change(name, joined(present, whole, entries) as NonNullable<Sections[SectionName]>);
      await form.draft.save();
    },
    onSettled: async () => {
      setChosen([]);
      await client.invalidateQueries({ queryKey: ['application', applicationId, 'dossier'], exact: true });
      await client.invalidateQueries({ queryKey: careerQuery(applicationId).queryKey });
    },
  });
  if (rows.length + documents.length === 0) return null;
  const box = (key: string, text: string, from: string) => (
    <li key={key}>
      <Checkbox
        checked={chosen.includes(key)}
        onChange={({ target }) =>
          setChosen((before) => (target.checked ? [...before, key] : before.filter((one) => one !== key)))
        }
      >
        <span lang="zh-CN">{text}</span> <span className="quiet">{from}</span>
      </Checkbox>
    </li>
  );
  const all = [...rows.map(({ key }) => key), ...documents.map(({ id }) => id)];
  return (
    <section className="careerOffer" aria-label={t('career')}>
      <strong>{t('career')}</strong>
      <p className="quiet">{t('careerLead')}</p>
      <ul>
        {rows.map(({ key, value, applicationId: from }) => box(key, textOf(value), sourceOf(from)))}
        {documents.map((document) =>
          box(document.id, `${nameOf(document)} ${document.fileName}`, sourceOf(document.applicationId)),
        )}
      </ul>
      {take.error === null ? null : <Problem error={take.error} />}
      <div className="row">
        <Button type="primary" disabled={chosen.length === 0} loading={take.isPending} onClick={() => take.mutate()}>
          {t('careerTake', { n: chosen.length })}
        </Button>
        <Button type="text" onClick={() => setChosen(chosen.length === all.length ? [] : all)}>
          {t(chosen.length === all.length ? 'careerNone' : 'careerAll')}
        </Button>
      </div>
    </section>
  );
}

/** Whether the form has a row already; a section without a list is offered while it is empty. */
function isThere(present: Values, value: Values, isEntry: boolean): boolean {
  if (!isEntry) return hasFields(present);
  const entries = (present.entries ?? []) as readonly Values[];
  return entries.some((entry) => Object.entries(value).every(([name, part]) => entry[name] === part));
}

/** A section with what is taken over: its own fields first, and entries after those it has. */
function joined(present: Values, whole: readonly Values[], entries: readonly Values[]): Values {
  const own = (present.entries ?? []) as readonly Values[];
  return {
    ...Object.assign({}, ...whole),
    ...present,
    ...(entries.length === 0 ? {} : { entries: [...own, ...entries] }),
  };
}
