import { array, number, object, parse, string } from "valibot";

import { partsPerMillion } from "#src/domain/units.ts";

const INDEX = "/sample-data/index.json";
/** Every file behind the one before it: hundreds of requests would take longer than the import. */
const TOGETHER = "/sample-data/sample.csvs";

/** The net spread of the sample's platform. */
export const SAMPLE_SPREAD_PPM = partsPerMillion(58_300);

const sampleIndex = object({ files: array(object({ name: string(), sizeBytes: number() })) });

export interface SampleFile {
  readonly name: string;
  readonly sizeBytes: number;
}

interface SampleFetch {
  readonly signal: AbortSignal;
  readonly onBytes: (doneBytes: number) => void;
}

export interface Sample {
  /** In the order in which they are to be imported. */
  list(signal: AbortSignal): Promise<readonly SampleFile[]>;
  /** All of them, in the order of the list. */
  fetch(list: readonly SampleFile[], how: SampleFetch): Promise<readonly File[]>;
}

/** The sample as it lies beside the page. */
export const sampleBesideThePage: Sample = {
  async list(signal) {
    const index: unknown = await (await answer(INDEX, signal)).json();
    return parse(sampleIndex, index).files;
  },
  async fetch(list, { signal, onBytes }) {
    const { body } = await answer(TOGETHER, signal);
    if (!body) throw new Error(`${TOGETHER} answered without a body`);
    let doneBytes = 0;
    const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(bytes, controller) {
        onBytes((doneBytes += bytes.length));
        controller.enqueue(bytes);
      },
    });
    return cutApart(await new Response(body.pipeThrough(counted)).blob(), list);
  },
};

async function answer(address: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
}

/** @throws Error when the list and the bytes are not of one build */
export function cutApart(whole: Blob, list: readonly SampleFile[]): File[] {
  const bytes = list.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (bytes !== whole.size) throw new Error(`the sample holds ${whole.size} bytes and lists ${bytes}`);
  let start = 0;
  return list.map(({ name, sizeBytes }) => {
    const file = new File([whole.slice(start, start + sizeBytes)], name, { type: "text/csv" });
    start += sizeBytes;
    return file;
  });
}
