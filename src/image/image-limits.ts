/** @file How large an image may be: larger ones are refused before they fill the memory of a phone. */

export const MAX_IMAGE_BYTES = 64 * 2 ** 20;
export const MAX_IMAGE_PIXELS = 64 * 2 ** 20;
