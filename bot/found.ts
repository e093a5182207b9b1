import { err, ok, type Result } from '../shared/core/result.ts';
import type { HttpProblem } from '../shared/protocol/http.ts';
import type { CreateWorkshop } from '../shared/workshop/commands.ts';
import type { WorkshopState } from '../shared/workshop/state.ts';
import { problemOf } from './httpAnswers.ts';
import type { WorkshopRegistry } from './workshop/registry.ts';

/** Founds a workshop. Its id is the command's: founding twice with the same one is founding once. */
export async function foundWorkshop(
  registry: WorkshopRegistry,
  commandId: string,
  workshop: CreateWorkshop,
): Promise<Result<WorkshopState, HttpProblem>> {
  const runtime = await registry.open(commandId);
  const ack = await runtime.submit({ commandId, actorId: 'set-up', command: workshop });
  if (!ack.ok) return err(problemOf(ack.problem));
  return runtime.state === undefined ? err({ code: 'workshop_unknown' }) : ok(runtime.state);
}
