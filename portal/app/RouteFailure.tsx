import { Button, Result } from 'antd';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ApiProblem, ConnectionLost } from '../api/problem.js';
import { Problem } from '../pieces/Problem.js';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';

/** What is shown instead of a page that cannot be shown. */
export function RouteFailure() {
  const t = useWords(common);
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
  return <Result status="warning" title={t('broken')} subTitle={t('brokenMore')} extra={reload} />;
}

/** An address that leads nowhere. */
export function NoSuchPage() {
  const t = useWords(common);
  return (
    <Result
      status="info"
      title={t('notFound')}
      subTitle={t('notFoundMore')}
      extra={
        <Button type="primary" href="/">
          {t('home')}
        </Button>
      }
    />
  );
}
