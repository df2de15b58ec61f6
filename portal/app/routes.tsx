// The routes of the portal. Every page is a separate chunk, loaded on navigation. A new page is added to its role's
// file in pages/ and, when the menu lists it, to menuEntries.tsx.
import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, redirect } from 'react-router';
import { configQuery } from '../api/config.js';
import { meQuery } from '../api/me.js';
import { problemIn } from '../api/problem.js';
import { Loading } from '../components/Loading.js';
import { Home } from './Home.js';
import { applicantPages } from './pages/applicant.js';
import { chairPages } from './pages/chair.js';
import { departmentPages } from './pages/department.js';
import { expertPages } from './pages/expert.js';
import { financePages } from './pages/finance.js';
import { officePages } from './pages/office.js';
import { openPages } from './pages/open.js';
import { operatorPages } from './pages/operator.js';
import { sharedPages } from './pages/shared.js';
import { supervisorPages } from './pages/supervisor.js';
import { unitPages } from './pages/unit.js';
import { queryClient } from './queryClient.js';
import { NoSuchPage, RouteFailure } from './RouteFailure.js';

/**
 * Redirects to sign-in when nobody is signed in, and back afterwards. Loads the config, because time left is counted by
 * the server's clock.
 */
function signedIn(client: QueryClient) {
  return async ({ request }: { readonly request: Request }) => {
    try {
      await Promise.all([client.ensureQueryData(meQuery), client.prefetchQuery(configQuery)]);
      return null;
    } catch (error) {
      if (problemIn(error)?.code !== 'not_signed_in') throw error;
      const { pathname, search } = new URL(request.url);
      throw redirect(pathname === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(pathname + search)}`);
    }
  };
}

const otherwise = { errorElement: <RouteFailure />, hydrateFallbackElement: <Loading /> };

export const router = createBrowserRouter([
  ...openPages.map((one) => ({ ...one, ...otherwise })),
  {
    lazy: async () => ({ Component: (await import('./Shell.js')).Shell }),
    loader: signedIn(queryClient),
    shouldRevalidate: () => false,
    ...otherwise,
    children: [
      {
        errorElement: <RouteFailure />,
        children: [
          { path: '/', element: <Home /> },
          ...sharedPages,
          ...applicantPages,
          ...unitPages,
          ...departmentPages,
          ...officePages,
          ...expertPages,
          ...chairPages,
          ...financePages,
          ...supervisorPages,
          ...operatorPages,
          { path: '*', element: <NoSuchPage /> },
        ],
      },
    ],
  },
]);
