// A rehearsal's text, YAML or JSON, as plain values.

import { LineCounter, parseDocument } from "yaml";

/** Parses a file's text. Gives what is wrong with it, by line, where it is neither YAML nor JSON. */
export function parseFile(text: string): { content: unknown } | { faults: string[] } {
  const json = asJson(text);
  return json ?? asYaml(text);
}

/** JSON is YAML too, but for tabs; read as itself it is also faster. */
function asJson(text: string): { content: unknown } | null {
  if (!/^\uFEFF?\s*\{/u.test(text)) return null;
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/u, ""));
    return { content };
  } catch (error) {
    // A mapping in YAML's own short form, or a mistake: YAML's reader names the line.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function asYaml(text: string): { content: unknown } | { faults: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  if (document.errors.length > 0) {
    return { faults: document.errors.map(({ message, pos }) => `line ${lines.linePos(pos[0]).line}: ${message}`) };
  }
  try {
    // Through JSON and back: an alias that holds itself, or one that unfolds without end, shows here.
    const content: unknown = JSON.parse(JSON.stringify(document.toJS()) ?? "null");
    return { content };
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof ReferenceError)) throw error;
    return { faults: [`The file cannot be read as plain values: ${error.message.split("\n")[0]}`] };
  }
}
