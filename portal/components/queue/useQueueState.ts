import { useLocation, useNavigate, useSearchParams } from 'react-router';

/** Filters and place of a queue, in the address: `?status=unit_review&cursor=…`. */
export function useQueueState() {
  const [parameters, setParameters] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { readonly deep?: number } | null };
  const deep = state?.deep ?? 0;
  const cursor = parameters.get('cursor') ?? undefined;

  return {
    cursor,
    get: (name: string) => parameters.get(name) ?? undefined,
    /** Sets one filter, or takes it away; the queue begins at its first page again. */
    set(name: string, value: string | undefined) {
      const next = new URLSearchParams(parameters);
      next.delete('cursor');
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
      setParameters(next, { replace: true });
    },
    processDue(to: string) {
      const next = new URLSearchParams(parameters);
      next.set('cursor', to);
      setParameters(next, { state: { deep: deep + 1 } });
    },
    /** One page back: what the browser's own button does. */
    goBack: deep > 0 ? () => void navigate(-1) : undefined,
    goFirst() {
      const next = new URLSearchParams(parameters);
      next.delete('cursor');
      setParameters(next);
    },
  };
}
export type QueueState = ReturnType<typeof useQueueState>;
