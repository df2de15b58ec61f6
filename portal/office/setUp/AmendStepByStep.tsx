import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { Problem } from '../../components/Problem.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { useLabels } from '../../labels/labelArea.js';
import { useDraftActs } from './draftQueries.js';

/** Begins an amendment of any number of values, by the same steps in which a campaign is set up. */
export function AmendStepByStep({ campaignId }: { readonly campaignId: string }) {
  const t = useLabels(setUp);
  const navigate = useNavigate();
  const { begin } = useDraftActs();
  return (
    <>
      <Button
        loading={begin.isPending}
        onClick={() =>
          begin.mutate(
            { basis: { kind: 'amendment', id: campaignId } },
            { onSuccess: ({ id }) => void navigate(`/office/campaigns/drafts/${id}/who`) },
          )
        }
      >
        {t('amend')}
      </Button>
      {begin.error === null ? null : <Problem error={begin.error} />}
    </>
  );
}
