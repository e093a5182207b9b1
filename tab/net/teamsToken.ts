import type { ApiReply } from './api.ts';
import type { TeamsHost } from './teamsHost.ts';

/** Teams keeps tokens for a while: one that is out of date is asked for again, once for each call. */
export function askingWith(host: Pick<TeamsHost, 'token'>, first: string) {
  let token = first;
  return async <Value>(ask: (token: string) => Promise<ApiReply<Value>>): Promise<ApiReply<Value>> => {
    const reply = await ask(token);
    if (reply.ok || reply.problem.code !== 'sign_in_expired') return reply;
    const again = await host.token('silently');
    if (!again.ok) return reply;
    token = again.value;
    return ask(token);
  };
}
