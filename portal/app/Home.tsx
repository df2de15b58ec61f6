import { Navigate } from 'react-router';
import { homeOf, useBinding } from './binding.js';

/** `/`: redirects to the home page of the person's role. */
export function Home() {
  return <Navigate replace to={homeOf(useBinding())} />;
}
