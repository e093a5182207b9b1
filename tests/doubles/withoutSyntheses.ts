import type { View } from '../../shared/views/views.ts';

/** A view without what is worked out beside the log, at its own pace: what the log alone says. */
export function withoutSyntheses(view: View | undefined): unknown {
  return JSON.parse(JSON.stringify(view), (key, value) => (key === 'synthesis' ? undefined : value));
}
