import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useAutomaticBackup, useAutomaticBackupState, type AutomaticBackupState } from "#src/view/automaticBackup.tsx";

import { ActionRow } from "./ActionRow.tsx";
import { backupStrings } from "./backupStrings.ts";

export function AutomaticBackupRow() {
  const words = useStrings(backupStrings);
  const toast = useToast();
  const backup = useAutomaticBackup();
  const state = useAutomaticBackupState();
  if (state.type === "unsupported") return <ActionRow title={words.automatic} hint={words.automaticUnsupported} />;

  function run(work: () => Promise<void>) {
    work().catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : "";
      toast.show({ title: words.failed, detail, tone: "bad" });
    });
  }

  return (
    <ActionRow
      title={words.automatic}
      hint={
        <>
          <p>{words.automaticHint}</p>
          {state.type === "on" && <FolderState state={state} />}
        </>
      }
    >
      {state.type === "on" && !state.isAllowed && (
        <Button variant="primary" onClick={() => run(backup.allow)}>
          {words.allow}
        </Button>
      )}
      <Button onClick={() => run(backup.choose)}>
        {state.type === "on" ? words.changeFolder : words.chooseFolder}
      </Button>
      {state.type === "on" && <Button onClick={() => run(backup.stop)}>{words.stop}</Button>}
    </ActionRow>
  );
}

interface FolderStateProps {
  readonly state: Extract<AutomaticBackupState, { type: "on" }>;
}

function FolderState({ state }: FolderStateProps) {
  const words = useStrings(backupStrings);
  const format = useFormat();
  const { folderName, isAllowed, isWriting, writtenMs, problem } = state;
  const done = isWriting ? words.writing : writtenMs === null ? "" : words.written(format.deviceTime(writtenMs));
  return (
    <div role="status" className="mt-1.5 text-label">
      <p className="font-medium text-ink">
        {words.folder(folderName)}
        {done !== "" && <span className="font-regular text-ink-3"> · {done}</span>}
      </p>
      {!isAllowed && <p className="text-warn">{words.notAllowed}</p>}
      {problem !== null && <p className="break-words text-bad">{words.problem(problem)}</p>}
    </div>
  );
}
