import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** @throws Error naming a file that is not there */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error(`${path}: no such file, or it may not be read`);
  }
}

/**
 * What a text in JSON holds, when it has the shape that is expected.
 * @param where in the file it stands: " line 3:" @throws Error naming the file and what is wrong there
 */
export function parseJson<Value>(path: string, text: string, shape: z.ZodType<Value>, where = ''): Value {
  try {
    return shape.parse(JSON.parse(text));
  } catch (problem) {
    const reason = problem instanceof z.ZodError ? z.prettifyError(problem) : 'this is no JSON';
    throw new Error(`${path}:${where} ${reason}`);
  }
}
