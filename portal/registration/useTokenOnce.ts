import { useState } from 'react';

/** Kept here: a first rendering that React gives up and begins again finds the address without it. */
let latest = '';

function take(): string {
  const { hash, pathname } = window.location;
  if (hash.length > 1) {
    latest = hash.slice(1);
    window.history.replaceState(window.history.state, '', pathname);
  }
  return latest;
}

/** The token behind # of a link. Read once, so that it can leave the address and the browser's history. */
export function useTokenOnce(): string {
  return useState(take)[0];
}
