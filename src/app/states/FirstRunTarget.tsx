import { FileDown, FolderOpen, Upload } from "lucide-react";

import { Button } from "#src/ui/Button.tsx";
import { FileButton } from "#src/ui/FileButton.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";
import { isRunning, useImportJob, useImportRunner, type ImportJob } from "#src/view/importing.tsx";

import { firstRunStrings } from "./firstRunStrings.ts";

export function FirstRunTarget() {
  const job = useImportJob();
  return (
    <section className="flex min-h-56 flex-col items-center justify-center gap-4 rounded-card border-2 border-dashed border-line-strong bg-surface px-5 py-8 text-center">
      {job && isRunning(job) ? <Running job={job} /> : <Choices />}
    </section>
  );
}

function Choices() {
  const words = useStrings(firstRunStrings);
  const { importFiles, loadSample } = useImportRunner();
  return (
    <>
      <FileDown size={28} strokeWidth={1.5} className="text-ink-3" aria-hidden />
      <div className="flex flex-col gap-1">
        <p className="text-page font-title">{words.drop}</p>
        <p className="text-ink-2">{words.dropDetail}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <FileButton variant="primary" icon={<Upload size={14} aria-hidden />} onFiles={importFiles}>
          {words.choose}
        </FileButton>
        <FileButton folder icon={<FolderOpen size={14} aria-hidden />} onFiles={importFiles}>
          {words.folder}
        </FileButton>
      </div>
      <div className="mt-2 flex w-full max-w-xl flex-wrap items-center justify-center gap-x-3 gap-y-2 border-t border-line pt-4">
        <p className="text-ink-2">
          {words.or} {words.sampleDetail}
        </p>
        <Button onClick={loadSample}>{words.sample}</Button>
      </div>
    </>
  );
}

function Running({ job }: { readonly job: ImportJob }) {
  const words = useStrings(firstRunStrings);
  const format = useFormat();
  const { cancel } = useImportRunner();
  return (
    <div className="flex w-full max-w-md flex-col items-center gap-4">
      <ProgressBar
        label={job.state === "fetching" ? words.preparing : words.importing}
        done={job.doneBytes}
        total={job.totalBytes}
        detail={words.filesDone(format.bytes(job.doneBytes), format.bytes(job.totalBytes))}
      />
      <Button onClick={cancel} disabled={job.state === "cancelling"}>
        {words.cancel}
      </Button>
    </div>
  );
}
