import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { Instant } from '../components/deadline/Instant.js';
import { Label } from '../components/Label.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { committee as area } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { DrawResult } from './DrawResult.js';
import { FreezeDialog } from './FreezeDialog.js';
import { COMMITTEE, type Draw } from './queries.js';
import { VoidDialog } from './VoidDialog.js';

/** A committee of the policy, with its minimum number of members. */
export interface LawOfCommittee {
  readonly code: string;
  readonly name: string;
  readonly specialties: readonly string[];
  readonly minimum: number;
  readonly odd: boolean;
}

interface Props {
  readonly campaignId: string;
  readonly committee: LawOfCommittee;
  readonly draw: Draw | undefined;
  /** of a supplementary draw: code and name of the specialty, and the number of empty seats */
  readonly supplement?: { readonly specialty: string; readonly name: string; readonly empty: number };
  /** no acts are offered */
  readonly readOnly?: boolean;
}

/** The draw of one committee: what is published, the next step, and the result. */
export function DrawCard({ campaignId, committee, draw, supplement, readOnly = false }: Props) {
  const t = useLabels(area);
  const client = useQueryClient();
  const [dialog, setDialog] = useState<'freeze' | 'void' | null>(null);
  const onSuccess = () => client.invalidateQueries({ queryKey: [COMMITTEE] });
  const begin = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/campaigns/{id}/draws', {
          params: { path: { id: campaignId } },
          body: {
            committee: committee.code,
            ...(supplement === undefined ? {} : { specialty: supplement.specialty }),
          },
        }),
      ),
    onSuccess,
  });
  const drawing = useMutation({
    mutationFn: (drawId: string) =>
      answer(api.POST('/api/campaigns/{id}/draws/{drawId}/draw', { params: { path: { id: campaignId, drawId } } })),
    onSuccess,
  });
  const may = (act: Draw['acts'][number]) => !readOnly && draw?.acts.includes(act) === true;
  const error = begin.error ?? drawing.error;
  return (
    <Panel
      title={
        <>
          <span lang="zh-CN">
            {supplement === undefined
              ? committee.name
              : t('supplementOf', { committee: committee.name, specialty: supplement.name })}
          </span>
          <Label>{draw === undefined ? t('notBegun') : t(`state_${draw.state}`)}</Label>
        </>
      }
      extra={may('void') ? <Button onClick={() => setDialog('void')}>{t('begin')}</Button> : undefined}
    >
      <ol className="drawSteps">
        <li>
          <strong>{t('step1')}</strong>
          <div className="quiet">{t('step1More')}</div>
          {draw === undefined ? (
            readOnly ? null : (
              <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
                {t('step1')}
              </Button>
            )
          ) : (
            <div>
              {t('seedHash')} <Instant at={draw.committedAt} />
              <code className="drawHash">{draw.seedHash}</code>
            </div>
          )}
        </li>
        <li>
          <strong>{t('step2')}</strong> {draw?.frozenAt ? <Instant at={draw.frozenAt} /> : null}
          <div className="quiet">{t('step2More')}</div>
          {may('freeze') ? (
            <Button type="primary" onClick={() => setDialog('freeze')}>
              {t('step2')}
            </Button>
          ) : null}
          {draw === undefined ? null : <DrawResult campaignId={campaignId} draw={draw} />}
        </li>
        <li>
          <strong>{t('step3')}</strong> {draw?.drawnAt ? <Instant at={draw.drawnAt} /> : null}
          <div className="quiet">{t('step3More')}</div>
          {may('draw') && draw !== undefined ? (
            <Popconfirm
              title={t('step3Confirm')}
              description={t('step3More')}
              okText={t('step3')}
              onConfirm={() => drawing.mutateAsync(draw.id).catch(() => undefined)}
            >
              <Button type="primary" loading={drawing.isPending}>
                {t('step3')}
              </Button>
            </Popconfirm>
          ) : null}
          {draw?.seed ? (
            <div className="stack" style={{ gap: 8 }}>
              <div>
                {t('seed')}
                <code className="drawHash">{draw.seed}</code>
              </div>
              <div className="row">
                <a href={`/api/campaigns/${campaignId}/draws/${draw.id}/file`} download={`draw-${draw.id}.json`}>
                  {t('export')}
                </a>
                {readOnly ? null : <Link to="/office/committee">{t('result')}</Link>}
              </div>
              <div className="quiet">
                {t('verify')} <code>npm run verify -- draw draw-{draw.id}.json</code>
              </div>
            </div>
          ) : null}
        </li>
      </ol>
      {error === null ? null : <Problem error={error} />}
      {dialog === 'freeze' && draw !== undefined ? (
        <FreezeDialog
          {...{ campaignId, committee }}
          drawId={draw.id}
          empty={supplement?.empty}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'void' && draw !== undefined ? (
        <VoidDialog campaignId={campaignId} drawId={draw.id} onClose={() => setDialog(null)} />
      ) : null}
    </Panel>
  );
}
