/** Less is the wall clock being trimmed by the network. */
const leapMs = 2_000;

/** Compares two clocks of one device. */
export interface LeapWatch {
  /** How far the wall clock has leapt against the other one since the last look, in ms; 0 when they went on together. */
  look(): number;
}

/**
 * `performance.now()` stops while a phone or a laptop sleeps (on most systems); the wall clock does not, but anyone may
 * put it to whatever they like. A leap says that one of the two has happened, and not which.
 */
export function createLeapWatch(monotonic: () => number, wall: () => number): LeapWatch {
  let apartMs = wall() - monotonic();
  return {
    look() {
      const nowApartMs = wall() - monotonic();
      const leap = nowApartMs - apartMs;
      apartMs = nowApartMs;
      return Math.abs(leap) > leapMs ? leap : 0;
    },
  };
}
