import { nestedArchive } from "./archiveRefusals.ts";
import { containerKind } from "./containerKind.ts";
import type { UnpackedTable, UnpackOptions, UnpackRefusal } from "#src/ingest/decodedFile.ts";
import { headOf, refusedKind } from "#src/ingest/text/fileKind.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { InflationBudget } from "./inflated.ts";
import { unpackWorkbook } from "./unpackWorkbook.ts";
import { zipContent } from "./zipContent.ts";
import { zipMembers, type ZipMember } from "./zipDirectory.ts";

const JUNK = /(?:^|[\\/])(?:__MACOSX[\\/]|\._[^\\/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;
const NATURAL = new Intl.Collator("en", { numeric: true });

/**
 * The files in a zip by their names, 9 before 10, without what Finder and Explorer leave behind. Each comes or is
 * refused for itself; an archive among them is to be unpacked first, a workbook is taken.
 *
 * @throws FileRefused when the archive as a whole cannot be read
 */
export async function unpackZip(
  file: File,
  options: UnpackOptions,
): Promise<readonly (UnpackedTable | UnpackRefusal)[]> {
  const members = (await zipMembers(file))
    .filter(({ name }) => !JUNK.test(name))
    .sort((a, b) => NATURAL.compare(a.name, b.name) || a.offset - b.offset);
  if (members.length === 0) {
    throw new FileRefused({
      code: "NOT_A_TABLE",
      message: "The archive holds no files.",
      values: ["an empty archive"],
    });
  }
  const budget = new InflationBudget();
  const tables: (UnpackedTable | UnpackRefusal)[] = [];
  let behind = 0;
  for (const member of members) {
    const done = behind;
    const onProgress = (bytesDone: number): void => options.onProgress?.(done + bytesDone);
    tables.push(...(await memberTables({ file, member, budget }, { ...options, onProgress })));
    behind += member.packedBytes;
  }
  return tables;
}

interface MemberOf {
  readonly file: File;
  readonly member: ZipMember;
  readonly budget: InflationBudget;
}

async function memberTables(
  { file, member, budget }: MemberOf,
  options: UnpackOptions,
): Promise<readonly (UnpackedTable | UnpackRefusal)[]> {
  const fileName = `${file.name} › ${member.name}`;
  try {
    const content = await zipContent(file, member, { ...options, budget });
    const container = { kind: "zip", fileName: file.name, sizeBytes: file.size } as const;
    const kind = await containerKind(content);
    if (kind.type === "workbook") {
      return await unpackWorkbook(content, {
        fileName,
        containerOf: (sheet) => ({ ...container, member: `${member.name} › ${sheet}` }),
        budget,
        signal: options.signal,
      });
    }
    const refusal = kind.type === "text" ? refusedKind(await headOf(content)) : nestedArchive(kind.name);
    if (refusal) return [{ fileName, refusal }];
    return [{ fileName, container: { ...container, member: member.name }, content, isSuggested: true }];
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return [{ fileName, refusal: error.refusal }];
  }
}
