-- Where a committee wants corrections through the unit, the unit reviews them.
ALTER TABLE "applications" DROP CONSTRAINT "applications_status";
ALTER TABLE "applications" ADD CONSTRAINT "applications_status" CHECK ("status" IN (
  'draft', 'unit_review', 'unit_publicity', 'recommendation', 'superior_review', 'committee_audit', 'correction',
  'correction_review', 'payment', 'defense', 'review', 'public_notice', 'conferred', 'not_recommended', 'not_accepted',
  'not_passed', 'disqualified', 'withdrawn', 'lapsed'));
