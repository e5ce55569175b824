import type { SignInSheet } from '../../../shared/contract/sign-in-sheet.ts';
import { describeSession } from '../../../shared/domain/teaching/session.ts';
import type { Board } from './board.ts';

/** The sign-in sheet of a board's session, in the order of the class's roster. */
export function signInSheetOf({ session, of, learners }: Board, baseName: string): SignInSheet {
  return {
    baseName,
    classTitle: of.title,
    classNumber: of.number,
    session: `${describeSession(session)}–${session.endTime}`,
    topic: session.topic,
    place: session.place,
    trainerName: session.trainerName,
    learners: learners
      .filter(({ notYetJoined }) => !notYetJoined)
      .map(({ learner, employerName }) => ({
        number: learner.number,
        name: learner.name,
        lastFour: learner.lastFour,
        employerName,
      })),
  };
}
