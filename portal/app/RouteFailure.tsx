import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ApiProblem, ConnectionLost } from '../api/problem.js';
import { Problem } from '../components/Problem.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';

/** The page shown when a route fails to load or render. */
export function RouteFailure() {
  const t = useLabels(common);
  const error = useRouteError();
  const reload = (
    <Button type="primary" onClick={() => window.location.reload()}>
      {t('reload')}
    </Button>
  );
  if (isRouteErrorResponse(error) && error.status === 404) return <NoSuchPage />;
  if (error instanceof ApiProblem || error instanceof ConnectionLost) {
    return (
      <div className="stack" style={{ maxWidth: 640, margin: '15vh auto', padding: 16 }}>
        <Problem error={error} />
        <div>{reload}</div>
      </div>
    );
  }
  return (
    <Message title={t('broken')} more={t('brokenMore')}>
      {reload}
    </Message>
  );
}

/** The page for an unknown address. */
export function NoSuchPage() {
  const t = useLabels(common);
  return (
    <Message title={t('notFound')} more={t('notFoundMore')}>
      <Button type="primary" href="/">
        {t('home')}
      </Button>
    </Message>
  );
}

function Message({
  title,
  more,
  children,
}: {
  readonly title: string;
  readonly more: string;
  readonly children: ReactNode;
}) {
  return (
    <div style={{ maxWidth: 520, margin: '14vh auto', padding: 16, textAlign: 'center' }}>
      <h1 style={{ fontSize: 24, marginBlockEnd: 8 }}>{title}</h1>
      <p className="quiet">{more}</p>
      {children}
    </div>
  );
}
