/** What an export may be written in. */
export type TextEncoding = "utf-8" | "utf-8-bom" | "gb18030" | "utf-16le" | "utf-16be";

/** Bytes of a text; GB18030 by looking characters up in the platform's own decoder. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array<ArrayBuffer> {
  switch (encoding) {
    case "utf-8":
      return new TextEncoder().encode(text);
    case "utf-8-bom":
      return new TextEncoder().encode(`\ufeff${text}`);
    case "utf-16le":
    case "utf-16be":
      return utf16(`\ufeff${text}`, encoding === "utf-16le");
    case "gb18030":
      return gb18030(text);
  }
}

function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(bytes.buffer);
}

let known: Map<string, readonly number[]> | undefined;

function gb18030(text: string): Uint8Array<ArrayBuffer> {
  known ??= allCharacters();
  const characters = known;
  return new Uint8Array(
    Array.from(text).flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const bytes = characters.get(character);
      if (bytes === undefined) throw new Error(`beyond the basic plane: ${character}`);
      return [...bytes];
    }),
  );
}

/** All of two bytes, and those of four that lie in the basic plane. */
function allCharacters(): Map<string, readonly number[]> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly number[]>();
  const learn = (...bytes: readonly number[]): void => {
    const character = decoder.decode(new Uint8Array(bytes));
    if (Array.from(character).length === 1 && character !== "\ufffd" && !found.has(character))
      found.set(character, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) learn(lead, trail);
  }
  for (let place = 0; place < 39_420; place++) {
    learn(
      0x81 + Math.floor(place / 12_600),
      0x30 + (Math.floor(place / 1260) % 10),
      0x81 + (Math.floor(place / 10) % 126),
      0x30 + (place % 10),
    );
  }
  return found;
}
