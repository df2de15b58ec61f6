import { Navigate } from 'react-router';
import { homeOf, useBinding } from './binding.js';

/** `/`: to where the person's day begins. */
export function Home() {
  return <Navigate replace to={homeOf(useBinding())} />;
}
