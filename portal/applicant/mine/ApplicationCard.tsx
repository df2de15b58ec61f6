import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { type Application, applicationQuery } from '../../api/applications.js';
import { useLaw } from '../../api/law.js';
import { StatusTag } from '../../components/application/StatusTag.js';
import { Deadlines } from '../../components/deadline/Deadlines.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { mine } from '../../labels/mine.js';
import { Purpose } from './Purpose.js';
import { Steps } from './Steps.js';
import { submitting, workPage } from './submitAction.js';
import './mine.css';

/** One of my applications: its status, whose turn it is, the deadline, and the next step. */
export function ApplicationCard({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(applicationQuery(id));
  if (error !== null && data === undefined) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Panel>
        <Loading rows={3} />
      </Panel>
    );
  }
  return <Card application={data} />;
}

function Card({ application }: { readonly application: Application }) {
  const t = useLabels(mine);
  const navigate = useNavigate();
  const { id, campaignTitle, statusLabel, final, pastDue } = application;
  const act = submitting(application);
  const mineToDo = act === undefined && !final && application.turn === 'applicant';
  return (
    <Panel
      title={
        <>
          <Link to={`/applicant/${id}`} lang="zh-CN">
            {campaignTitle}
          </Link>
          <StatusTag label={statusLabel} final={final} pastDue={pastDue} />
        </>
      }
    >
      <div className="stack" style={{ gap: 16 }}>
        <div className="quiet">
          <Purpose application={application} />
        </div>
        <Steps application={application} />
        <Turn application={application} />
        <Deadlines application={application} />
        <div className="row noPrint">
          {act === undefined ? null : (
            <Button type="primary" onClick={() => void navigate(workPage(application, act))}>
              {t(act.takes === 'resubmission' ? 'correct' : 'fill')}
            </Button>
          )}
          <Button type={mineToDo ? 'primary' : 'default'} onClick={() => void navigate(`/applicant/${id}`)}>
            {t(mineToDo ? 'toDo' : 'details')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

/** Whose turn it is, as one sentence. */
export function Turn({ application }: { readonly application: Application }) {
  const t = useLabels(mine);
  const localize = useLocalized();
  const law = useLaw();
  const { turn, final } = application;
  if (final) return <strong>{t('over')}</strong>;
  if (turn === 'applicant') return <strong>{t('yourTurn')}</strong>;
  const role = law?.roles.find(({ name }) => name === turn);
  return role === undefined ? null : <span>{t('waitsFor', { who: localize(role) })}</span>;
}
