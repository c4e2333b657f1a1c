/** Characters lost on the way from UTF-8 to GBK, and memory that nobody wrote to. */
const LOST = /锟斤拷|烫烫烫|屯屯屯/;
const HAN = /[\u4e00-\u9fff]/g;
/** What Chinese text is made of. */
const CHINESE = /^[ -~\u2013-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*$/;
const LEAST_HAN = 2;
/** The sign of a character that was cut at the end. */
const CUT = /[?？\ufffd]+$/;

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;

/** True for what is left of Chinese text that was once read in the wrong encoding and saved like that. */
export function isMangled(text: string): boolean {
  return LOST.test(text) || isUtf8ReadAsGbk(text);
}

function isUtf8ReadAsGbk(text: string): boolean {
  // Each character of Chinese is three bytes of UTF-8, and so one and a half of GBK.
  if (!/[\u0080-\uffff]{3}/.test(text)) return false;
  const bytes = gbkBytes(text.replace(CUT, ""));
  if (bytes === undefined) return false;
  try {
    // A stream, so that its last character may be cut.
    const meant = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return CHINESE.test(meant) && (meant.match(HAN)?.length ?? 0) >= LEAST_HAN;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

let pairs: ReadonlyMap<string, number> | undefined;

/** Undefined when not all of the text has two bytes in GBK, or when all of it is in everyday use: then it means itself. */
function gbkBytes(text: string): Uint8Array | undefined {
  pairs ??= gbkPairs();
  const bytes: number[] = [];
  let isOdd = false;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = pairs.get(character);
    if (pair === undefined) return undefined;
    const [lead, trail] = [pair >> 8, pair & 0xff];
    if (lead < 0xb0 || lead > 0xf7 || trail < 0xa1) isOdd = true;
    bytes.push(lead, trail);
  }
  return isOdd ? Uint8Array.from(bytes) : undefined;
}

/** Both bytes of every character that has two in GBK. */
function gbkPairs(): ReadonlyMap<string, number> {
  const all: number[] = [];
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = 0x40; trail <= LAST_LEAD; trail++) if (trail !== 0x7f) all.push(lead, trail);
  }
  const text = new TextDecoder("gb18030").decode(Uint8Array.from(all));
  return new Map(Array.from(text, (character, at) => [character, (all[at * 2]! << 8) | all[at * 2 + 1]!] as const));
}
