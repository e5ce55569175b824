import type { SignInSheet } from '../../contract/sign-in-sheet.ts';
import type { TrainingClass } from '../../domain/teaching/class.ts';
import { describeSession, type Session } from '../../domain/teaching/session.ts';

/** A session with its class and the class's roster in its order. */
export interface SessionOnBoard {
  session: Session;
  of: TrainingClass;
  learners: readonly {
    learner: { number: string; name: string; lastFour: string };
    employerName: string;
    notYetJoined: boolean;
  }[];
}

/** The sign-in sheet of a session: who belongs to it by then, in the order of the class's roster. */
export function signInSheetOf({ session, of, learners }: SessionOnBoard, baseName: string): SignInSheet {
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
      .map(({ learner: { number, name, lastFour }, employerName }) => ({
        number,
        name,
        lastFour,
        employerName,
      })),
  };
}
