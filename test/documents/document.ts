// What a document in Markdown says that can be looked up: where its links lead, which paths and which commands it
// names. Only what these documents use of Markdown is read: headings with #, fences, links in [words](address) and
// [words]: address.

import { posix } from "node:path";

/** The folders of the tree whose paths are looked up, where a document names them in backticks. */
const ROOMS = /^(apps|libs|workflows|activities|test|docker|\.ci|\.github|\.jest)\//;

export interface Document {
  /** From the top folder, with /: `apps/cli/README.md`. */
  path: string;
  text: string;
}

/** What the documents speak of. */
export interface Tree {
  /** Every file, from the top folder. Folders follow from them. */
  files: readonly string[];
  /** The names under `scripts` in package.json. */
  scripts: readonly string[];
  /** Every document, to look up headings. */
  documents: readonly Document[];
}

/** Every fault of a document, a sentence each that names it. */
export function faultsOf(document: Document, tree: Tree): string[] {
  const there = placesOf(tree.files);
  const prose = withoutFences(document.text);
  return [
    ...linksIn(prose).flatMap((link) => faultOfLink(document, link, there, tree.documents)),
    ...pathsIn(prose).flatMap((path) => (there.has(path) ? [] : [`\`${path}\` is not there`])),
    ...scriptsIn(document.text).flatMap((name) =>
      tree.scripts.includes(name) ? [] : [`npm run ${name}: package.json has no such script`],
    ),
  ].map((fault) => `${document.path}: ${fault}`);
}

/** The headings of a document as GitHub makes anchors of them, in order. */
export function anchorsOf(text: string): string[] {
  const times = new Map<string, number>();
  return headings(text).map((heading) => {
    const slug = heading
      .toLowerCase()
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-");
    const before = times.get(slug) ?? 0;
    times.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
}

/** The headings of a document of this level or, without one, of any. */
export function headings(text: string, level?: number): string[] {
  const marks = level === undefined ? "#{1,6}" : `#{${level}}`;
  return [...withoutFences(text).matchAll(new RegExp(`^${marks} +(.+?) *#*$`, "gm"))].map(([, words]) => words ?? "");
}

/** Files, and every folder that holds one: with and without the slash at its end. */
function placesOf(files: readonly string[]): ReadonlySet<string> {
  const places = new Set(files);
  for (const file of files) {
    for (let folder = posix.dirname(file); folder !== "."; folder = posix.dirname(folder)) {
      places.add(folder);
      places.add(`${folder}/`);
    }
  }
  return places;
}

function faultOfLink(
  { path, text }: Document,
  link: string,
  there: ReadonlySet<string>,
  documents: readonly Document[],
): string[] {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return [];
  const [file = "", anchor] = decodeURI(link).split("#");
  const target = file === "" ? path : posix.join(posix.dirname(path), file);
  if (file.startsWith("/") || target.startsWith("../")) return [`the link ${link} leads out of the repository`];
  if (target !== "." && target !== "./" && !there.has(target)) return [`the link ${link} leads nowhere`];
  if (anchor === undefined) return [];
  const behind = target === path ? text : documents.find((one) => one.path === target)?.text;
  const found = behind !== undefined && anchorsOf(behind).includes(anchor);
  return found ? [] : [`the link ${link} leads to no heading`];
}

function withoutFences(text: string): string {
  return text.replaceAll(/^ *(```+|~~~+)[^\n]*\n[\s\S]*?^ *\1 *$/gm, "");
}

function linksIn(prose: string): string[] {
  const plain = prose.replaceAll(/`[^`\n]*`/g, "code");
  const inLine = plain.matchAll(/\]\(<?([^)\s>]+)>?(?: +"[^"]*")?\)/g);
  const apart = plain.matchAll(/^ *\[[^\]]+\]: *<?([^\s>]+)>?/gm);
  return [...inLine, ...apart].map(([, address]) => address ?? "");
}

/** The words in backticks that look like a path of the tree; `libs/{a,b}.ts` are two. */
function pathsIn(prose: string): string[] {
  return [...prose.matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, code]) => (code ?? "").split(/\s+/))
    .filter((word) => ROOMS.test(word))
    .flatMap(spelledOut);
}

function spelledOut(path: string): string[] {
  const [whole, before = "", choices = "", after = ""] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(path) ?? [];
  return whole === undefined ? [path] : choices.split(",").flatMap((one) => spelledOut(`${before}${one}${after}`));
}

function scriptsIn(text: string): string[] {
  const run = text.matchAll(/\bnpm run(?: -s| --silent)? ([a-z][\w:-]*)/g);
  const short = text.matchAll(/\bnpm (start|test)\b/g);
  return [...new Set([...run, ...short].map(([, name]) => name ?? ""))];
}
