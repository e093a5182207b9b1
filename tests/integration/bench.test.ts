import { expect, it } from 'vitest';
import { benchPosts } from '../bench/posts.ts';

it('O6 a crowd that posts at the same time: nothing is lost and nothing comes twice, on no screen', async () => {
  const { rows } = await benchPosts({ people: 45, groups: 3, withinMs: 500 });
  const valuesOf = (label: string) => rows.find((row) => row.label === label)?.values;
  expect(valuesOf('lost')).toEqual([0, 0]);
  expect(valuesOf('duplicated')).toEqual([0, 0]);
});
