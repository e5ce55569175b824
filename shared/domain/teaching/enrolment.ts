/** A learner in a class. */
export interface Enrolment {
  id: string;
  classId: string;
  learnerId: string;
  /** ISO instant. */
  enrolledAt: string;
  /** For a late joiner: the first session attended; none before it needs a mark. */
  joinedSessionId: string | null;
}
