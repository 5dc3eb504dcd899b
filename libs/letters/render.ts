// A letter as plain text and as HTML. Everything is escaped here and nowhere else: a letter holds words, never markup.

import { asHtml } from "../words/as-html.ts";
import type { Block, Printed, Row } from "./letter.ts";

/** The letter as plain text; long lines are left to the reader's program to wrap. */
export function renderText(letter: Printed): string {
  // "-- " alone on a line is how mail programs know that small print follows.
  const smallPrint = `-- \n${plain(letter.footer)}\n`;
  return [plain(letter.greeting), `About: ${plain(letter.about)}`, ...letter.blocks.map(blockAsText), smallPrint].join(
    "\n\n",
  );
}

function blockAsText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return plain(block.text);
    case "heading":
      return `${plain(block.text).toUpperCase()}`;
    case "notice":
      return `>> ${plain(block.text)}`;
    case "list":
      return block.items.map((item) => `- ${plain(item)}`).join("\n");
    case "steps":
      return block.items.map((item, i) => `${i + 1}. ${plain(item)}`).join("\n");
    case "table":
      return block.rows.map((row) => rowAsText(row, block.columns)).join("\n");
    case "link":
      return `${plain(block.text)}: ${block.href}`;
    case "quote":
      return block.text
        .split(/\r?\n/)
        .map((line) => `> ${plain(line)}`)
        .join("\n");
    default:
      return unknown(block);
  }
}

function rowAsText(row: Row, [, when]: readonly [string, string]): string {
  return [`- ${plain(row.what)}`, `  ${when}: ${plain(row.when)}`, ...(row.todo ? [`  ${plain(row.todo)}`] : [])].join(
    "\n",
  );
}

/** Control characters out: a name must not break a line or start a new header. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
}

/**
 * The letter in the signs of GOV.UK Notify, whose template brings the rest of the page: # headings, ^ what must not be
 * missed, * and 1. lists. No files go with it, so of those nothing is said.
 */
export function renderMarkdown(letter: Printed): string {
  return [
    marked(letter.greeting),
    `About: ${marked(letter.about)}`,
    ...letter.blocks.filter((block) => !("files" in block)).map(blockAsMarkdown),
    "---",
    marked(letter.footer),
  ].join("\n\n");
}

function rowAsItem(column: string, { what, when, todo }: Row): string {
  return `* ${[`${marked(what)}: ${column} ${marked(when)}`, marked(todo ?? "")].filter(Boolean).join(". ")}`;
}

function blockAsMarkdown(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return marked(block.text);
    case "heading":
      return `# ${marked(block.text)}`;
    case "notice":
      return `^ ${marked(block.text)}`;
    case "list":
      return block.items.map((item) => `* ${marked(item)}`).join("\n");
    case "steps":
      return block.items.map((item, i) => `${i + 1}. ${marked(item)}`).join("\n");
    case "table":
      return block.rows.map((row) => rowAsItem(marked(block.columns[1]).toLowerCase(), row)).join("\n");
    case "link":
      return `[${marked(block.text)}](${block.href})`;
    case "quote":
      return block.text
        .split(/\r?\n/)
        .map((line) => `^ ${marked(line)}`)
        .join("\n");
    default:
      return unknown(block);
  }
}

/** Words of others make no link, no heading and no list. */
function marked(text: string): string {
  return plain(text)
    .replaceAll("[", "(")
    .replaceAll("]", ")")
    .replace(/^[#^*-]+\s*/, "");
}

const FONT = "font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5;color:#1a1a1a";
const STYLE = {
  // A long address breaks within a line, or it would widen the page on a phone.
  page: `margin:0;padding:0;background:#ffffff;overflow-wrap:anywhere;${FONT}`,
  column: "max-width:600px;margin:0 auto;padding:24px 16px",
  about: "margin:0 0 20px;color:#4a4a4a;font-size:15px",
  h1: "font-size:24px;line-height:1.25;margin:0 0 8px",
  h2: "font-size:19px;line-height:1.3;margin:28px 0 8px",
  p: "margin:0 0 16px",
  notice: "margin:0 0 20px;padding:12px 16px;border-left:6px solid #1d5a8e;background:#eef4f9;font-weight:bold",
  list: "margin:0 0 16px;padding-left:24px",
  item: "margin:0 0 6px",
  table: "width:100%;border-collapse:collapse;margin:0 0 16px;overflow-wrap:anywhere",
  th: "text-align:left;vertical-align:top;padding:8px 12px 8px 0;border-bottom:2px solid #1a1a1a;font-size:15px",
  when: "width:38%",
  td: "text-align:left;vertical-align:top;padding:10px 12px 10px 0;border-bottom:1px solid #b8b8b8;font-weight:normal",
  todo: "display:block;color:#4a4a4a;font-size:15px",
  quote: "margin:0 0 16px;padding:0 0 0 16px;border-left:4px solid #b8b8b8;white-space:pre-line",
  link: "color:#1d5a8e;text-decoration:underline",
  footer: "margin:32px 0 0;padding:12px 0 0;border-top:1px solid #b8b8b8;color:#4a4a4a;font-size:14px",
} as const;

/** The letter as a whole HTML page: one column, inline styles, no picture, no script, nothing fetched. */
export function renderHtml(letter: Printed): string {
  return [
    "<!doctype html>",
    '<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, ' +
      'initial-scale=1">',
    `<title>${escape(letter.subject)}</title></head>`,
    `<body style="${STYLE.page}"><div style="${STYLE.column}">`,
    `<h1 style="${STYLE.h1}">${escape(letter.subject)}</h1>`,
    `<p style="${STYLE.about}">${escape(letter.about)}</p>`,
    `<p style="${STYLE.p}">${escape(letter.greeting)}</p>`,
    ...letter.blocks.map(blockAsHtml),
    `<p style="${STYLE.footer}">${escape(letter.footer)}</p>`,
    "</div></body></html>",
    "",
  ].join("\n");
}

function blockAsHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p style="${STYLE.p}">${escape(block.text)}</p>`;
    case "heading":
      return `<h2 style="${STYLE.h2}">${escape(block.text)}</h2>`;
    case "notice":
      return `<p style="${STYLE.notice}">${escape(block.text)}</p>`;
    case "list":
      return listAsHtml("ul", block.items);
    case "steps":
      return listAsHtml("ol", block.items);
    case "table":
      return tableAsHtml(block.columns, block.rows);
    case "link":
      return (
        `<p style="${STYLE.p}"><a style="${STYLE.link}" ` + `href="${escape(block.href)}">${escape(block.text)}</a></p>`
      );
    case "quote":
      return `<blockquote style="${STYLE.quote}">${escape(block.text)}</blockquote>`;
    default:
      return unknown(block);
  }
}

function listAsHtml(tag: "ul" | "ol", items: readonly string[]): string {
  const inside = items.map((item) => `<li style="${STYLE.item}">${escape(item)}</li>`).join("");
  return `<${tag} style="${STYLE.list}">${inside}</${tag}>`;
}

function tableAsHtml(columns: readonly [string, string], rows: readonly Row[]): string {
  const [what, when] = columns.map(escape);
  const head =
    `<th scope="col" style="${STYLE.th}">${what}</th><th scope="col" ` +
    `style="${STYLE.th};${STYLE.when}">${when}</th>`;
  const body = rows.map((row) => {
    const more = row.todo ? `<span style="${STYLE.todo}">${escape(row.todo)}</span>` : "";
    return (
      `<tr><th scope="row" style="${STYLE.td}"><strong>${escape(row.what)}</strong>${more}</th><td ` +
      `style="${STYLE.td}">${escape(row.when)}</td></tr>`
    );
  });
  return `<table style="${STYLE.table}"><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

function escape(text: string): string {
  return asHtml(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ");
}

function unknown(block: never): never {
  throw new TypeError(`A letter holds a block that cannot be rendered: ${JSON.stringify(block)}`);
}
