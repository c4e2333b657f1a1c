import { keepPreviousData, queryOptions } from "@tanstack/react-query";

import type { Reading } from "#src/domain/reading.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { DropPreview, EngineMethods, OnProgress, TableChoice } from "#src/engine/protocol.ts";

/** A preview with what was asked, since the last one stays in sight while the next is made. */
export interface PreviewAnswer {
  readonly choices: readonly TableChoice[];
  readonly preview: DropPreview;
}

export interface PreviewArgs {
  readonly dropId: number;
  readonly choices: readonly TableChoice[];
  readonly today: EpochDay;
  readonly revision: string;
}

export const previewQuery = (engine: EngineMethods, args: PreviewArgs, onProgress: OnProgress) =>
  queryOptions({
    queryKey: ["review", "preview", args],
    queryFn: async ({ signal }): Promise<PreviewAnswer> => {
      const { dropId, choices, today } = args;
      return { choices, preview: await engine.previewDrop({ dropId, choices, today }, signal, onProgress) };
    },
    placeholderData: keepPreviousData,
    retry: false,
  });

export interface SketchArgs {
  readonly dropId: number;
  readonly table: number;
  readonly reading: Reading;
}

export const sketchQuery = (engine: EngineMethods, args: SketchArgs) =>
  queryOptions({
    queryKey: ["review", "sketch", args],
    queryFn: ({ signal }) => engine.sketchTable(args, signal),
    retry: false,
  });
