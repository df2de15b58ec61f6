import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Page } from '../../components/Page.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { useLabels } from '../../labels/labelArea.js';
import { basesQuery, useDraftActs } from './draftQueries.js';
import './setUp.css';

/** `/office/campaigns/new`: what a campaign begins with: an earlier campaign, a notice, a file or nothing. */
export function BeginCampaignPage() {
  const t = useLabels(setUp);
  const navigate = useNavigate();
  const query = useQuery(basesQuery);
  const { begin } = useDraftActs();
  const [basis, setBasis] = useState('blank');
  const [year, setYear] = useState<number | null>(null);
  const [file, setFile] = useState<{ readonly policy: object } | null>(null);
  const [isWrong, setWrong] = useState(false);
  const bases = query.data ?? [];
  const own = bases.find((one) => `${one.kind}:${one.id}` === basis);
  const send = () => {
    const [kind = 'blank', id] = basis.split(':');
    const body = kind === 'file' ? { kind, policy: file?.policy } : id === undefined ? { kind } : { kind, id };
    begin.mutate(
      { basis: body, ...(year === null ? {} : { year }) },
      { onSuccess: (draft) => void navigate(`/office/campaigns/drafts/${draft.id}/who`) },
    );
  };
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      const policy: unknown = JSON.parse(await chosen.text());
      if (typeof policy !== 'object' || policy === null || Array.isArray(policy)) throw new TypeError('no policy');
      setFile({ policy });
      setWrong(false);
    } catch {
      setFile(null);
      setWrong(true);
    }
  };
  return (
    <Page title={t('newCampaign')} lead={t('newLead')} query={query}>
      <Panel title={t('basis')}>
        <Radio.Group
          className="draftBases"
          aria-label={t('basis')}
          value={basis}
          onChange={({ target }) => {
            setBasis(target.value);
            setYear(null);
          }}
        >
          <Radio value="blank">
            {t('blank')} <span className="quiet">{t('blankMore')}</span>
          </Radio>
          {bases.map(({ kind, id, title }) => (
            <Radio key={`${kind}:${id}`} value={`${kind}:${id}`}>
              <span lang="zh-CN">{title}</span>{' '}
              <span className="quiet">{t(kind === 'notice' ? 'ofNotice' : 'ofCampaign')}</span>
            </Radio>
          ))}
          <Radio value="file">
            {t('file')} <span className="quiet">{t('fileMore')}</span>
          </Radio>
        </Radio.Group>
        {basis === 'file' ? (
          <p>
            <input
              type="file"
              accept="application/json,.json"
              aria-label={t('chooseFile')}
              onChange={({ target }) => void read(target.files?.[0])}
            />
            {isWrong ? (
              <span role="alert" className="draftError">
                {t('wrongFile')}
              </span>
            ) : null}
          </p>
        ) : null}
        <p className="row">
          <span aria-hidden>{t('forYear')}</span>
          <InputNumber
            aria-label={t('forYear')}
            min={1990}
            max={2100}
            placeholder={own === undefined ? '' : String(own.year)}
            value={year}
            onChange={setYear}
          />
        </p>
        <p className="quiet">{t('shifted')}</p>
        {begin.error === null ? null : <Problem error={begin.error} />}
        <Button type="primary" disabled={basis === 'file' && file === null} loading={begin.isPending} onClick={send}>
          {t('begin')}
        </Button>
      </Panel>
    </Page>
  );
}
