import { inNaturalOrder } from "#src/ui/droppedFiles.ts";

/** Opens the browser's file dialog, for places that are not a button of their own. */
export function chooseFiles(onFiles: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.addEventListener("change", () => {
    const files = inNaturalOrder([...(input.files ?? [])]);
    if (files.length > 0) onFiles(files);
  });
  input.click();
}
