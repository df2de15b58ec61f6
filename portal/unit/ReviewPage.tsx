import { ReviewPage } from '../components/review/ReviewPage.js';
import { PostingPanel } from './PostingPanel.js';
import { PublicityPlan } from './PublicityPlan.js';
import { RecommendationPapers } from './RecommendationPapers.js';
import { VacancyPanel } from './VacancyPanel.js';

/** `/unit/:id`: one application, to check, post and recommend. */
export function UnitReviewPage() {
  return (
    <ReviewPage queue="/unit">
      {(application) => (
        <>
          <PublicityPlan application={application} />
          <VacancyPanel application={application} />
          <RecommendationPapers application={application} />
          <PostingPanel application={application} />
        </>
      )}
    </ReviewPage>
  );
}
