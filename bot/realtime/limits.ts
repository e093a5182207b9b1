import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much one source may send. A whole room of people may share one address: addresses get room for 1,000 phones. */
export interface Allowance {
  /** Milliseconds to wait before the next try; undefined when this one may pass. */
  take(key: string): Promise<number | undefined>;
  /** What was taken in good faith. */
  giveBack(key: string): Promise<void>;
  /** The same without taking anything: whether a try would have to wait. */
  waitMs(key: string): Promise<number | undefined>;
}

/** Whose an address is: a subscriber of IPv6 has a whole /64 to send from, so that networks are counted there. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups.length - last.length }, () => '0');
  return [...groups, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

const perAddress = (points: number, seconds: number): Allowance => {
  const { take, giveBack, waitMs } = allowance(points, seconds);
  return {
    take: (address) => take(networkOf(address)),
    giveBack: (address) => giveBack(networkOf(address)),
    waitMs: (address) => waitMs(networkOf(address)),
  };
};

function allowance(points: number, seconds: number): Allowance {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return undefined;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
        throw refusal;
      }
    },
    async giveBack(key) {
      await limiter.reward(key);
    },
    async waitMs(key) {
      const used = await limiter.get(key);
      return used === null || used.remainingPoints > 0 ? undefined : Math.max(1, used.msBeforeNext);
    },
  };
}

export interface Limits {
  /** Commands of one identity: nobody types that fast, a page that went wrong does. */
  readonly commandsPerPerson: Allowance;
  readonly commandsPerAddress: Allowance;
  /** What the time is: a page asks in bursts of a few. */
  readonly questionsPerPerson: Allowance;
  /** Pages opened: each is sent a whole view. Room for a network that breaks every other second. */
  readonly pagesPerPerson: Allowance;
  readonly connectionsPerAddress: Allowance;
  readonly requestsPerAddress: Allowance;
  /** Questions "is this you?" that are open: whoever answers gives theirs back. */
  readonly candidatesPerAddress: Allowance;
  /** Codes, keys and identities that lead nowhere: what guessing looks like. */
  readonly wrongSecretsPerAddress: Allowance;
}

/** In memory, per node. `scale` loosens all of them alike: a load test comes from a single address. */
export const createLimits = (scale = 1): Limits => ({
  commandsPerPerson: allowance(60 * scale, 10),
  commandsPerAddress: perAddress(6_000 * scale, 10),
  questionsPerPerson: allowance(100 * scale, 10),
  pagesPerPerson: allowance(60 * scale, 60),
  connectionsPerAddress: perAddress(3_000 * scale, 60),
  requestsPerAddress: perAddress(6_000 * scale, 60),
  candidatesPerAddress: perAddress(100 * scale, 600),
  wrongSecretsPerAddress: perAddress(30 * scale, 60),
});
