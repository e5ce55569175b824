import { z } from 'zod';

/** A sign-in sheet as it prints: one session, its roster in order. */
export const signInSheet = z.object({
  baseName: z.string(),
  classTitle: z.string(),
  classNumber: z.string(),
  session: z.string(),
  topic: z.string(),
  place: z.string(),
  trainerName: z.string(),
  learners: z.array(
    z.object({ number: z.string(), name: z.string(), lastFour: z.string(), employerName: z.string() }),
  ),
});
export type SignInSheet = z.infer<typeof signInSheet>;
