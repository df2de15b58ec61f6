import { useLocation, useNavigate, useSearchParams } from 'react-router';

/** Filters and page of a queue, kept in the address: `?status=unit_review&cursor=…`. */
export function useQueueState() {
  const [parameters, setParameters] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { readonly deep?: number } | null };
  const deep = state?.deep ?? 0;
  const cursor = parameters.get('cursor') ?? undefined;

  return {
    cursor,
    get: (name: string) => parameters.get(name) ?? undefined,
    /** Sets or removes one filter and returns to the first page. */
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
    /** One page back, by the browser's history. */
    goBack: deep > 0 ? () => void navigate(-1) : undefined,
    goFirst() {
      const next = new URLSearchParams(parameters);
      next.delete('cursor');
      setParameters(next);
    },
  };
}
export type QueueState = ReturnType<typeof useQueueState>;
