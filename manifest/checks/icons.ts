import type { Manifest } from '../manifest.ts';
import type { PackageFiles } from '../packageFiles.ts';
import { type Picture, readPng } from '../png.ts';

/** The two icons, as Teams asks for them. docs: "Design your app icon" */
export function iconProblems({ icons }: Manifest, files: PackageFiles): readonly string[] {
  return [
    ...pictureProblems(icons.color, files, 192, colorProblem),
    ...pictureProblems(icons.outline, files, 32, outlineProblem),
  ];
}

function pictureProblems(
  name: string,
  files: PackageFiles,
  size: number,
  check: (picture: Picture) => string | undefined,
): readonly string[] {
  const bytes = files.get(name);
  // That it is missing is told with the files.
  if (bytes === undefined) return [];
  const read = readPng(bytes);
  if (!read.ok) return [`${name}: ${read.problem}`];
  const { width, height } = read.value;
  if (width !== size || height !== size) return [`${name}: is ${width} × ${height} pixels, must be ${size} × ${size}`];
  const problem = check(read.value);
  return problem === undefined ? [] : [`${name}: ${problem}`];
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

function pixelsOf({ rgba }: Picture): readonly Pixel[] {
  return Array.from({ length: rgba.length / 4 }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(4 * index, 4 * index + 4);
    return [red, green, blue, alpha];
  });
}

function colorProblem(picture: Picture): string | undefined {
  const pixels = pixelsOf(picture);
  if (pixels.some(([, , , alpha]) => alpha < 255)) return 'must fill the whole square, without transparency';
  if (!pixels.some(([red, green, blue]) => red !== green || green !== blue)) return 'must be in colour';
  return undefined;
}

/** Teams puts its own colour behind and draws the icon on it: only white and nothing. */
function outlineProblem(picture: Picture): string | undefined {
  const pixels = pixelsOf(picture);
  const visible = pixels.filter(([, , , alpha]) => alpha > 0);
  if (visible.some(([red, green, blue]) => Math.min(red, green, blue) < 255)) return 'must be white only';
  const last = picture.width - 1;
  const corners = [0, last, last * picture.width, pixels.length - 1].map((index) => pixels[index]);
  if (corners.some((pixel) => pixel?.[3] !== 0)) return 'must have a transparent background';
  if (!visible.some(([, , , alpha]) => alpha === 255)) return 'must be seen';
  return undefined;
}
