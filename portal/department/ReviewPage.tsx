import { ReviewPage } from '../components/review/ReviewPage.js';

/** `/department/:id`: one application, to forward or return. */
export function DepartmentReviewPage() {
  return <ReviewPage queue="/department" />;
}
