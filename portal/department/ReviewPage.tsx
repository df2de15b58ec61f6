import { ReviewPage } from '../components/review/ReviewPage.js';

/** `/department/:id`: one application, to be forwarded or returned. */
export function DepartmentReviewPage() {
  return <ReviewPage queue="/department" />;
}
