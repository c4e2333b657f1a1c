function csvField(value) {
  const text = value === undefined ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csvLine = (values) => `${values.map(csvField).join(",")}\n`;

/** UTF-8 text with LF line ends and a last line end; `header` names the fields taken from each record. */
export function csvText(header, records) {
  return csvLine(header) + records.map((record) => csvLine(header.map((name) => record[name]))).join("");
}
