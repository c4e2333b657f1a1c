import type { DecodedBlock, DecodeOptions, DecodeOutcome, SketchFile, Unpacked } from "./decodedFile.ts";

/** A question about a file; each has one answer. */
export type DecoderQuestion =
  /** The name goes beside the file, since not every platform keeps it when it hands a file over. */
  | { readonly type: "unpack"; readonly id: number; readonly file: Blob; readonly name: string }
  | { readonly type: "sketch"; readonly id: number; readonly file: Blob; readonly reading: DecodeOptions["reading"] }
  | ({ readonly type: "decode"; readonly id: number; readonly file: Blob } & Pick<
      DecodeOptions,
      "zone" | "reading" | "dataset"
    >);

/** Engine to decoder. `taken` gives a block's place in the queue back. */
export type DecoderRequest =
  | DecoderQuestion
  | { readonly type: "taken"; readonly id: number }
  | { readonly type: "cancel"; readonly id: number };

/** What each question is answered with. */
export interface DecoderAnswers {
  readonly unpack: Unpacked;
  readonly sketch: Awaited<ReturnType<SketchFile>>;
  readonly decode: DecodeOutcome;
}

/** Decoder to engine. A block's arrays are transferred, not copied. */
export type DecoderReply =
  | { readonly type: "block"; readonly id: number; readonly block: DecodedBlock }
  | { readonly type: "progress"; readonly id: number; readonly bytesDone: number }
  | { readonly type: "answer"; readonly id: number; readonly answer: DecoderAnswers[keyof DecoderAnswers] }
  | { readonly type: "failure"; readonly id: number; readonly name: string; readonly message: string };

/** How many blocks may be on their way at a time: more would let memory grow with the file. */
export const BLOCKS_IN_FLIGHT = 2;

/** One end of the line between engine and decoder; a worker, its own scope and a message port all fit. */
export interface DecoderPort {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  addEventListener(type: "error" | "messageerror", listener: (event: Event) => void): void;
  start?(): void;
}
