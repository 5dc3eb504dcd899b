// CSV as the register publishes it (windows-1252, or UTF-8 in some copies; quoted where needed), a piece at a time. A
// row that is broken costs itself alone: lines are put together to records here, by their quotes, and only whole
// records are given to the parser.

import { createReadStream } from "node:fs";
import { TextDecoder } from "node:util";
import { CsvError, parse } from "csv-parse/sync";
import { ExtractError, type BadRow } from "./gias-fault.ts";

const PIECE_BYTES = 64 * 1024;
/** A quoted field may hold line breaks; one that goes on for longer was never closed. */
const MOST_LINES = 20;

export interface CsvRecord {
  line: number;
  fields: readonly string[];
}
/** `bytes`: how much of the file has been read so far. */
export interface Piece {
  bytes: number;
  records: CsvRecord[];
  bad: BadRow[];
}

interface Line {
  line: number;
  text: string;
}

/**
 * Reads a file as it stands; the first record of the first piece is the header, and every other one must have as many
 * fields. What is UTF-8 throughout is read so. Rejects with ExtractError where there is no header, or with what the
 * file system says.
 */
export async function* readRecords(path: string): AsyncGenerator<Piece> {
  let waiting: Line[] = [];
  let width: number | null = null;
  for await (const { bytes, lines, last } of readLines(path)) {
    const piece: Piece = { bytes, records: [], bad: [] };
    let rest = [...waiting, ...lines];
    if (width === null) {
      const header = headerIn(rest);
      if (header === null) throw new ExtractError(`${path} does not begin with a line of column names.`);
      width = header.fields.length;
      piece.records.push(header);
      rest = rest.slice(rest.findIndex(({ line }) => line === header.line) + 1);
    }
    waiting = assemble(rest, width, last, piece);
    yield piece;
  }
}

function headerIn(lines: readonly Line[]): CsvRecord | null {
  const first = lines.find(({ text }) => text.trim() !== "");
  return first === undefined ? null : parseOne(first);
}

async function* readLines(path: string): AsyncGenerator<{ bytes: number; lines: Line[]; last: boolean }> {
  const decoder = new TextDecoder(await encodingOf(path));
  let bytes = 0;
  let rest = "";
  let count = 0;
  const number = (text: string): Line => ({ line: ++count, text: text.endsWith("\r") ? text.slice(0, -1) : text });
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield { bytes, lines: lines.map(number), last: false };
  }
  rest += decoder.decode();
  yield { bytes, lines: rest === "" ? [] : [number(rest)], last: true };
}

/** How a file is written: hardly any text in windows-1252 that has more than ASCII is UTF-8 by chance. */
async function encodingOf(path: string): Promise<"utf-8" | "windows-1252"> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>)
      utf8.decode(chunk, { stream: true });
    utf8.decode();
    return "utf-8";
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "windows-1252";
    throw error;
  }
}

/**
 * Puts whole records, and lines whose quotes never close, into `piece`, in the order of the file. Returns the lines
 * that wait for more.
 */
function assemble(lines: readonly Line[], width: number, last: boolean, piece: Piece): Line[] {
  const whole: Line[] = [];
  let at = 0;
  for (let first = lines[at]; first !== undefined; first = lines[at]) {
    if (!hasOddQuotes(first.text)) {
      if (first.text.trim() !== "") whole.push(first);
      at += 1;
      continue;
    }
    const end = lines.findIndex((one, index) => index > at && index < at + MOST_LINES && hasOddQuotes(one.text));
    if (end === -1 && !last && lines.length < at + MOST_LINES) break;
    const text = lines
      .slice(at, end + 1)
      .map((one) => one.text)
      .join("\n");
    const joined = end === -1 ? null : parseOne({ line: first.line, text });
    // Two broken rows may look like one record of several lines; the number of fields tells.
    if (joined?.fields.length === width) piece.records.push(joined);
    else piece.bad.push({ line: first.line, code: "quotes-broken", column: null });
    at = joined?.fields.length === width ? end + 1 : at + 1;
  }
  for (const record of parseAll(whole, piece.bad)) {
    if (record.fields.length === width) piece.records.push(record);
    else piece.bad.push({ line: record.line, code: "field-count", column: null });
  }
  for (const list of [piece.records, piece.bad]) list.sort((a, b) => a.line - b.line);
  return lines.slice(at);
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

function parseAll(lines: readonly Line[], bad: BadRow[]): CsvRecord[] {
  // Where nothing is quoted every comma parts two fields, and the parser has nothing to find out: so it is with most
  // lines.
  const records: CsvRecord[] = lines
    .filter(({ text }) => !text.includes('"'))
    .map(({ line, text }) => ({ line, fields: text.split(",") }));
  const quoted = lines.filter(({ text }) => text.includes('"'));
  const rows = attempt(quoted.map(({ text }) => text).join("\n"));
  if (rows?.length === quoted.length)
    return [...records, ...rows.map((fields, index) => ({ line: quoted[index]?.line ?? 0, fields }))];
  // One of them is at fault: each by itself.
  for (const line of quoted) {
    const record = parseOne(line);
    if (record === null) bad.push({ line: line.line, code: "quotes-broken", column: null });
    else records.push(record);
  }
  return records;
}

function parseOne({ line, text }: Line): CsvRecord | null {
  const rows = attempt(text);
  const [fields] = rows ?? [];
  return fields !== undefined && rows?.length === 1 ? { line, fields } : null;
}

/** The parser's rows, or null where it found a fault: it has none but those of quotes, for fields are counted here. */
function attempt(text: string): string[][] | null {
  try {
    return parse(text, { relax_column_count: true });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
