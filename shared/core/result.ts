/** An expected "no" is a value: only bugs and broken machines throw. */
export type Result<Value, Problem> = Ok<Value> | Err<Problem>;
export type Ok<Value> = { readonly ok: true; readonly value: Value };
export type Err<Problem> = { readonly ok: false; readonly problem: Problem };

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });
export const err = <Problem>(problem: Problem): Err<Problem> => ({ ok: false, problem });
