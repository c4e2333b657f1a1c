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

/** What is packed in a file, altogether. */
export const MAX_INFLATED_BYTES = 4 * 1024 ** 3;
/** Text packs to a tenth; what grows more than this, once it is beyond the free part, is made to fill memory. */
export const MAX_INFLATED_RATIO = 200;
export const FREE_INFLATED_BYTES = 10 * 1024 ** 2;
export const MAX_ARCHIVE_MEMBERS = 10_000;
/** A workbook is in memory while it is read, and its texts and styles are unpacked as one piece each. */
export const MAX_WORKBOOK_BYTES = 512 * 1024 ** 2;
export const MAX_WORKBOOK_PART_BYTES = 192 * 1024 ** 2;
export const MAX_SHEET_ROWS = 1_048_576;
