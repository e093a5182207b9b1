import { type RuntimeDeps, WorkshopRuntime } from './runtime.ts';

/** The workshops that this server holds in memory, each read from its log when it is first asked for. */
export class WorkshopRegistry {
  readonly #deps: RuntimeDeps;
  readonly #runtimes = new Map<string, Promise<WorkshopRuntime>>();

  constructor(deps: RuntimeDeps) {
    this.#deps = deps;
  }

  /** The live workshop, which may not exist yet (`state` undefined). Rejects when the store is broken; asking again tries anew. */
  open(workshopId: string): Promise<WorkshopRuntime> {
    const known = this.#runtimes.get(workshopId);
    if (known !== undefined) return known;
    const opening = this.#read(workshopId);
    this.#runtimes.set(workshopId, opening);
    opening.catch(() => this.#runtimes.delete(workshopId));
    return opening;
  }

  async #read(workshopId: string): Promise<WorkshopRuntime> {
    const runtime = new WorkshopRuntime(workshopId, this.#deps);
    await runtime.catchUp();
    return runtime;
  }
}
