/** @file English counts. */

/** "1 image", "2 images". */
export function some(count: string, one: string): string {
  return `${count} ${one}${count === '1' ? '' : 's'}`;
}
