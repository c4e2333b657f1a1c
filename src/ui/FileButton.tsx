import type { ReactNode } from "react";
import { useRef } from "react";

import { Button } from "./Button.tsx";
import type { ButtonVariant } from "./Button.tsx";
import { inNaturalOrder } from "./droppedFiles.ts";

export interface FileButtonProps {
  readonly children: ReactNode;
  /** In natural order of their names. */
  readonly onFiles: (files: readonly File[]) => void;
  /** Choose a folder, with all that is in it. */
  readonly folder?: boolean | undefined;
  /** As the `accept` of an input: ".csv,.tsv". */
  readonly accept?: string | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: "md" | "sm" | undefined;
  readonly icon?: ReactNode;
  readonly disabled?: boolean | undefined;
}

/** A button that opens the browser's file dialog. */
export function FileButton({ children, onFiles, folder = false, accept, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          if (element !== null) element.webkitdirectory = folder;
        }}
        type="file"
        multiple
        hidden
        accept={accept}
        onChange={(event) => {
          const files = inNaturalOrder([...(event.target.files ?? [])].filter((file) => !file.name.startsWith(".")));
          // The same file chosen again is a change again.
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
