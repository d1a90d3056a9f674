/** @file How small a region of an image may be. */
export type { PixelRect } from '../image/crop.ts';

/**
 * The least edge of a region: what becomes one token. Anything smaller would be
 * blown up before the model sees it.
 */
export const LEAST_REGION_PX = 28;
