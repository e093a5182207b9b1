import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Doors } from '../doors.ts';
import { bearerOf, refuse } from '../httpAnswers.ts';
import type { Subject, VerifyToken } from './identity.ts';

export interface AccountDoorDeps {
  readonly verify: VerifyToken;
  readonly doors: Pick<Doors, 'refuseSecret'>;
}

/** Stands in front of every route of /teams. Before any body is read: a stranger costs one check of a signature. */
export function createAccountDoor({ verify, doors }: AccountDoorDeps): Router {
  const door = Router();
  door.use('/teams', async (request: Request, response: Response, next: NextFunction) => {
    const verified = await verify(bearerOf(request));
    if (verified.ok) {
      response.locals.subject = verified.value;
      next();
    } else if (verified.problem === 'sign_in_refused')
      await doors.refuseSecret(request, response, { code: verified.problem });
    else refuse(response, { code: verified.problem });
  });
  return door;
}

/**
 * Whose the token of the request is.
 * @throws when no door stood in front of the route: a mistake of ours opens nothing
 */
export function subjectOf(response: Response): Subject {
  const { subject } = response.locals;
  if (subject === undefined) throw new Error('a route of Teams without its door');
  return subject as Subject;
}
