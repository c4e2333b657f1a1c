import type { DecodedBlock, DecodeOutcome } from "./decodedFile.ts";

/** Engine to decoder. `taken` gives a block's place in the queue back. */
export type DecoderRequest =
  | { readonly type: "decode"; readonly id: number; readonly file: Blob; readonly zone: string }
  | { readonly type: "taken"; readonly id: number }
  | { readonly type: "cancel"; readonly id: number };

/** Decoder to engine. A block's arrays are transferred, not copied. */
export type DecoderReply =
  | { readonly type: "block"; readonly id: number; readonly block: DecodedBlock }
  | { readonly type: "progress"; readonly id: number; readonly bytesDone: number }
  | { readonly type: "outcome"; readonly id: number; readonly outcome: DecodeOutcome }
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
