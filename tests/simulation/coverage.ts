import { type FaultName, faultNames, type OperationName, operationNames } from './script.ts';

export type Happening =
  | OperationName
  | FaultName
  | 'skewedClock'
  | 'driftingClock'
  | 'missedPatches'
  | 'lateArrivalPlaced'
  | 'askedWhoTheyAre'
  | 'placeClaimed'
  | 'placeTaken'
  | 'answersMerged'
  | 'answerInBellInstant'
  | 'secondHostTooLate'
  | 'staleRefused'
  | 'resentCommand'
  | 'outboxSurvived'
  | 'expelled'
  | 'textMadePublic';

export const happenings: readonly Happening[] = [
  ...operationNames,
  ...faultNames,
  'skewedClock',
  'driftingClock',
  'missedPatches',
  'lateArrivalPlaced',
  'askedWhoTheyAre',
  'placeClaimed',
  'placeTaken',
  'answersMerged',
  'answerInBellInstant',
  'secondHostTooLate',
  'staleRefused',
  'resentCommand',
  'outboxSurvived',
  'expelled',
  'textMadePublic',
];

/** What really took effect: an operation counts once it is stored, a fault once something was hit by it. */
export class Coverage {
  readonly #counts = new Map<Happening, number>();

  count(happening: Happening): void {
    this.#counts.set(happening, this.of(happening) + 1);
  }
  of(happening: Happening): number {
    return this.#counts.get(happening) ?? 0;
  }
  missing(): readonly Happening[] {
    return happenings.filter((happening) => this.of(happening) === 0);
  }
  toString(): string {
    return happenings.map((happening) => `${happening} ${this.of(happening)}`).join(', ');
  }
}
