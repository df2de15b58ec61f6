import { DeleteOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { phrasesQuery } from './auditQueries.js';

interface Props {
  readonly campaignId: string;
  /** the current text, which can be saved as a phrase */
  readonly text: string;
  readonly name: string;
  readonly onUse: (phrase: string) => void;
}

/** Phrases the office reuses: a click inserts one and counts the use; the current text can be saved as a new one. */
export function Phrases({ campaignId, text, name, onUse }: Props) {
  const t = useLabels(office);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data = [], error } = useQuery(phrasesQuery(campaignId));
  const path = { id: campaignId };
  const finalized = { onSettled: () => client.invalidateQueries(phrasesQuery(campaignId)) };
  const use = useMutation({
    mutationFn: (phrase: string) =>
      answer(api.POST('/api/campaigns/{id}/phrases', { params: { path }, body: { text: phrase } })),
    ...finalized,
  });
  const drop = useMutation({
    mutationFn: (phraseId: string) =>
      answer(api.DELETE('/api/campaigns/{id}/phrases/{phraseId}', { params: { path: { ...path, phraseId } } })),
    ...finalized,
  });
  const phrase = text.trim();
  const known = data.some((one) => one.text === phrase);
  return (
    <div className="row" style={{ gap: 4 }}>
      <Popover
        trigger={['click']}
        open={open}
        onOpenChange={setOpen}
        title={t('phrases')}
        styles={{ root: { maxWidth: 'min(420px, calc(100vw - 32px))' } }}
        content={
          <>
            {error === null ? null : <Problem error={error} />}
            {data.length === 0 ? <p className="quiet">{t('noPhrases')}</p> : null}
            <ul className="auditPhrases">
              {data.map((phrase) => (
                <li key={phrase.id} lang="zh-CN">
                  <Button
                    type="text"
                    onClick={() => {
                      onUse(phrase.text);
                      use.mutate(phrase.text);
                      setOpen(false);
                    }}
                  >
                    {phrase.text}
                  </Button>
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t('removePhrase', { text: phrase.text })}
                    onClick={() => drop.mutate(phrase.id)}
                  />
                </li>
              ))}
            </ul>
          </>
        }
      >
        <Button type="link" size="small" aria-label={t('phrasesFor', { name })}>
          {t('phrases')}
        </Button>
      </Popover>
      {phrase === '' || known ? null : (
        <Button type="link" size="small" loading={use.isPending} onClick={() => use.mutate(phrase)}>
          {t('keepPhrase')}
          <span className="visuallyHidden">{name}</span>
        </Button>
      )}
    </div>
  );
}
