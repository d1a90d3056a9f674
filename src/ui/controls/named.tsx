/** @file A name that somebody gave: whatever is in it, what stands around it reads as it is. */
import { withoutBidiControls } from '../../base/bidi-controls.ts';

export function Named({ name }: { readonly name: string }) {
  return <bdi>{withoutBidiControls(name)}</bdi>;
}
