/**
 * @file The archive: a profile's records in one sealed file.
 *
 *   file     = preamble | chunk 0 | chunk 1 | … | the last chunk
 *   preamble = magic (8 bytes) | version u32 | header length u32 | header
 *            | SHA-256 of all of that
 *   chunk    = isLast u8 | sealed length u32 | nonce (12) | ciphertext | tag (16)
 *
 * Numbers are little-endian. The preamble has this shape in every version. Its
 * header is JSON in the clear (`archive-header.ts`); its hash finds damage, and
 * is bound into every chunk.
 *
 * The chunks hold one long text: the records, end to end (`archive-records.ts`),
 * and a record may lie across chunks. Each chunk is sealed by itself with
 * AES-256-GCM; its additional data are the preamble's hash, its number and
 * whether it is the last. So chunks cannot be changed, reordered, left out or
 * taken from another archive, and an archive that was cut short is noticed:
 * STREAM, in Hoang, Reyhanitabar, Rogaway and Vizár, "Online Authenticated-
 * Encryption and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015. The nonce is
 * random, not counted: a writer that goes on after a crash seals the same chunk
 * number again, with other contents.
 *
 *   secret S (32 bytes) ─HKDF, salt of the archive─ key of the chunks
 *   S is sealed by the passphrase, and perhaps by the recovery code; both seals
 *   stand in the header
 *
 * The last record counts all others and holds the head of their chain of hashes.
 * Nothing is compressed, and every length is compared with a fixed limit and
 * with what is left of the file before anything of that length is made.
 */
export const MAGIC = Uint8Array.of(0x89, 0x50, 0x4d, 0x41, 0x52, 0x0d, 0x0a, 0x1a); // ‰PMAR␍␊␚
export const ARCHIVE_VERSION = 1;

/** Magic, version, header length. */
export const FIXED_BYTES = MAGIC.length + 8;
export const HASH_BYTES = 32;
/** isLast and sealed length. */
export const FRAME_BYTES = 5;
/** What sealing adds: nonce and tag. */
export const SEAL_BYTES = 28;

export const MAX_HEADER_BYTES = 64 * 1024;
/** Of a chunk, opened. */
export const MAX_CHUNK_BYTES = 1024 * 1024;
/** Of a record's JSON. */
export const MAX_META_BYTES = 16 * 1024 * 1024;
/** Of the bytes beside it: an image. */
export const MAX_BODY_BYTES = 256 * 1024 * 1024;
