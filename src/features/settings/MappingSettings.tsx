import { Download, Pencil, Trash2, Upload } from "lucide-react";
import { useState } from "react";

import type { SavedMapping } from "#src/domain/reading.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { download } from "#src/ui/csv.ts";
import { datasetNames } from "#src/ui/datasetNames.ts";
import { FileButton } from "#src/ui/FileButton.tsx";
import { IconButton } from "#src/ui/IconButton.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { RenameDialog } from "#src/ui/RenameDialog.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { mappingsText, parseMappings } from "#src/view/mappingFile.ts";

import { mappingStrings } from "./mappingStrings.ts";
import { saving, useChangeMappings, useMappings } from "./useMappings.ts";

export function MappingSettings() {
  const words = useStrings(mappingStrings);
  const query = useMappings();
  if (query.isPending) return <PanelPending title={words.title} heightPx={120} />;
  if (query.isError) {
    return <PanelFailed title={words.title} error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <Card title={words.title} subtitle={words.subtitle} padded={false} actions={<FileActions mappings={query.data} />}>
      <div className="border-t border-line">
        {query.data.length === 0 ? (
          <PanelEmpty message={words.none} hint={words.noneHint} heightPx={120} />
        ) : (
          <List mappings={query.data} />
        )}
      </div>
    </Card>
  );
}

interface MappingsProps {
  readonly mappings: readonly SavedMapping[];
}

function FileActions({ mappings }: MappingsProps) {
  const words = useStrings(mappingStrings);
  const format = useFormat();
  const toast = useToast();
  const { mutate } = useChangeMappings();

  async function take(file: File) {
    const parsed = parseMappings(await file.text());
    if (parsed.ok) {
      mutate({ run: saving(parsed.value), done: words.imported(format.count(parsed.value.length)) });
      return;
    }
    const { reason, path } = parsed.refusal;
    const detail = [words.reasons[reason], ...(path === "" ? [] : [words.at(path)])].join(" ");
    toast.show({ title: words.importRefused, detail, tone: "bad", timeoutMs: 0 });
  }

  function write() {
    download(words.fileName, new Blob([mappingsText(mappings)], { type: "application/json" }));
  }

  return (
    <>
      <FileButton
        size="sm"
        accept=".json,application/json"
        icon={<Upload size={13} aria-hidden />}
        onFiles={([file]) => {
          if (file) take(file).catch(() => toast.show({ title: words.importRefused, tone: "bad" }));
        }}
      >
        {words.importFile}
      </FileButton>
      <Button size="sm" icon={<Download size={13} aria-hidden />} disabled={mappings.length === 0} onClick={write}>
        {words.exportAll}
      </Button>
    </>
  );
}

function List({ mappings }: MappingsProps) {
  const words = useStrings(mappingStrings);
  const { mutate } = useChangeMappings();
  const [renamed, setRenamed] = useState<SavedMapping | null>(null);
  const [removed, setRemoved] = useState<SavedMapping | null>(null);
  return (
    <>
      <ul aria-label={words.title} className="max-h-96 divide-y divide-line overflow-y-auto">
        {mappings.map((mapping) => (
          <Item
            key={mapping.fingerprint}
            mapping={mapping}
            onRename={() => setRenamed(mapping)}
            onRemove={() => setRemoved(mapping)}
          />
        ))}
      </ul>
      {renamed !== null && (
        <RenameDialog
          title={words.renameTitle}
          name={renamed.name}
          onRename={(name) => mutate({ run: saving([{ ...renamed, name }]), done: words.saved })}
          onClose={() => setRenamed(null)}
        />
      )}
      <ConfirmDialog
        open={removed !== null}
        title={words.removeTitle(removed?.name ?? "")}
        description={words.removeBody}
        confirmLabel={words.removeConfirm}
        danger
        onConfirm={() => {
          if (removed === null) return;
          const { fingerprint, name } = removed;
          mutate({ run: (methods) => methods.deleteMapping({ fingerprint }), done: words.removed(name) });
        }}
        onClose={() => setRemoved(null)}
      />
    </>
  );
}

interface ItemProps {
  readonly mapping: SavedMapping;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

function Item({ mapping, onRename, onRemove }: ItemProps) {
  const { name, dataset, headers, savedAtMs } = mapping;
  const words = useStrings(mappingStrings);
  const datasets = useStrings(datasetNames);
  const format = useFormat();
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-center gap-2">
          <span className="truncate font-strong" title={name}>
            {name}
          </span>
          <Badge>{datasets[dataset]}</Badge>
        </p>
        <p className="truncate text-label text-ink-3" title={headers.join(", ")}>
          {[
            words.columns(format.count(headers.length)),
            words.savedOn(format.deviceTime(savedAtMs)),
            headers.join(", "),
          ].join(" · ")}
        </p>
      </div>
      <IconButton label={words.rename(name)} icon={<Pencil size={14} aria-hidden />} onClick={onRename} />
      <IconButton label={words.remove(name)} icon={<Trash2 size={14} aria-hidden />} onClick={onRemove} />
    </li>
  );
}
