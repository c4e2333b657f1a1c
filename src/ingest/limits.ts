/** What a file may come to before it is refused; each keeps memory bounded. */
export const MAX_FILE_BYTES = 4 * 1024 ** 3;
export const MAX_ROWS = 20_000_000;
export const MAX_LINE_BYTES = 1024 ** 2;
export const MAX_FIELD_BYTES = 64 * 1024;
export const MAX_QUOTED_LINES = 100;
export const MAX_COLUMNS = 2048;
/** Codes of products and channels are 16 bits wide, and 0 is none. */
export const MAX_NAMES = 65_535;
/** Records above the header that may be something else. */
export const MAX_PREAMBLE = 60;
export const MAX_ID_CHARACTERS = 128;
export const MAX_TERM_DAYS = 65_535;

export const KEPT_REJECTS = 100_000;
export const KEPT_TEXT = 4_000;
export const KEPT_SKIPPED_LINES = 1_000;
export const KEPT_UNKNOWN_TYPES = 1_000;
export const KEPT_EXAMPLES = 5;
