// Every kind of page that somebody comes to by links alone, each looked at for what every page has to have.

import { createHash } from "node:crypto";
import { ABOUT } from "../../apps/console/page.ts";
import { Browser, type Page } from "./browser.ts";
import { codesIn } from "./visible-codes.ts";

/** What was found: how many kinds of page there are, and what is wrong, each with the page it is wrong on. */
export interface Crawled {
  kinds: readonly string[];
  wrong: readonly string[];
}

/** More pages of one kind tell no more than two. */
const OF_A_KIND = 2;
const MOST = 300;
/** Says what a file of programs holds. */
const OF_FILES = /^\/bulk$/u;
/** What is no page: the documents of the API, files, proofs, calendars, health. */
export const NO_PAGE =
  /^\/(api|health|calendars|problems|assets|sign-in)\b|\.(?:csv|json)\b|as-sent$|^\/money\/(?:proof|runs\/[^/]+\/proof)\b/u;

/**
 * Goes to every page that `who` (null: a stranger) comes to from the first one. `missing`: what this world has links to
 * and nothing at.
 */
export async function crawl(origin: string, who: string | null, missing: RegExp = /^$/u): Promise<Crawled> {
  const browser = who === null ? new Browser(origin) : await Browser.signedIn(origin, who);
  const kinds = new Set<string>();
  const titles = new Map<string, string>();
  const wrong: string[] = [];
  for await (const { address, kind, page } of everyKind(browser)) {
    kinds.add(kind);
    const title = titleOf(page);
    const other = titles.get(title);
    if (other !== undefined && other !== kind && !ofOneTitle(other, kind))
      wrong.push(`${address}: the title of ${other}`);
    titles.set(title, kind);
    wrong.push(
      ...faultsOf(page, who !== null, missing.test(address) ? 404 : 200).map((fault) => `${address}: ${fault}`),
    );
  }
  return { kinds: [...kinds], wrong };
}

/** A page that was come to by links alone. `kind`: which page it is, whatever it is of. */
export interface ComeTo {
  address: string;
  kind: string;
  page: Page;
}

/** Goes from the first page by links, to some pages of each kind. */
export async function* everyKind(browser: Browser): AsyncGenerator<ComeTo> {
  const ways = ["/"];
  const seen = new Set(ways);
  const kinds = new Map<string, number>();
  let pages = 0;
  for (let address = ways.shift(); address !== undefined && pages < MOST; address = ways.shift()) {
    const kind = kindOf(address);
    const before = kinds.get(kind) ?? 0;
    if (before >= OF_A_KIND) continue;
    kinds.set(kind, before + 1);
    pages++;
    const page = await browser.go(address);
    yield { address, kind, page };
    for (const [, href = ""] of page.text.matchAll(/<a [^>]*href="(\/[^"#]*)/gu)) {
      const way = href.replaceAll("&amp;", "&");
      if (!seen.has(way) && !NO_PAGE.test(way)) ways.push(way);
      seen.add(way);
    }
  }
}

/** Which page it is, whatever it is of. */
export const kindOf = (address: string): string =>
  (address.split("?", 1)[0] ?? "")
    .split("/")
    .map((part) => (/\d/u.test(part) ? ":one" : part))
    .join("/");

/** The list and the one, or the same form for a school and for a group: they may be called alike. */
const ofOneTitle = (one: string, other: string): boolean =>
  one.split("/")[1] === other.split("/")[1] || one.split("/").at(-1) === other.split("/").at(-1);

const titleOf = ({ text }: Page): string => /<title>([^<]*)<\/title>/u.exec(text)?.[1] ?? "";
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

function faultsOf(page: Page, signedIn: boolean, wanted: number): string[] {
  const { text, status } = page;
  const wrong: string[] = [];
  const must = (holds: boolean, otherwise: string): unknown => holds || wrong.push(otherwise);
  must(status === wanted, `status ${status}`);
  const heading = /<h1[^>]*>([^<]*)<\/h1>/u.exec(text)?.[1] ?? "";
  must(heading !== "" && count(text, /<h1/gu) === 1, "not one h1");
  must(titleOf(page) === (heading === "School Journeys" ? heading : `${heading} – School Journeys`), "title");
  must(count(text, /<main/gu) === 1, "not one main");
  const path = new URL(page.address).pathname;
  if (signedIn && !["/sessions", "/kept", ...ABOUT.map(({ href }) => href)].includes(path))
    must(count(text, /aria-current="(?:page|true)"[^>]*> *<strong class="govuk-service/gu) === 1, "no current page");
  must(!/ style="| on[a-z]+="|<style/u.test(text), "a style or a script in the page");
  wrong.push(...idsWrong(text), ...headingsWrong(text), ...policyWrong(page), ...urnsAsked(text));
  if (!OF_FILES.test(path)) wrong.push(...codesIn(text));
  return wrong;
}

/** Each id stands once; what is pointed at is there. */
function idsWrong(text: string): string[] {
  const ids = [...text.matchAll(/ id="([^"]*)"/gu)].map(([, id = ""]) => id);
  const pointed = [...text.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]*)"/gu)].flatMap(([, all = ""]) =>
    all.split(" "),
  );
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`),
    ...pointed.filter((id) => !ids.includes(id)).map((id) => `no id ${id}`),
  ];
}

/** Nobody has to know a school's number: where one is asked for, schools are suggested. */
export const urnsAsked = (text: string): string[] =>
  [...text.matchAll(/<input[^>]* name="(?:[^"]*\.)?urn"[^>]*>/giu)]
    .map(([field]) => field)
    .filter((field) => !/ type="(?:hidden|radio|checkbox)"| data-suggest="/u.test(field))
    .map((field) => `a URN is asked for: ${field}`);

/** No level of headings is left out. */
function headingsWrong(text: string): string[] {
  const main = text.slice(text.indexOf("<main"));
  const levels = [...main.matchAll(/<h([1-6])/gu)].map(([, level]) => Number(level));
  return levels.flatMap((level, index) =>
    level > (levels[index - 1] ?? 0) + 1 ? [`h${level} after h${levels[index - 1] ?? 0}`] : [],
  );
}

/** What the page loads is let in by its policy, and by nothing wider. */
function policyWrong({ text, headers }: Page): string[] {
  const policy = headers.get("content-security-policy") ?? "";
  const wrong = /unsafe|\*|http/u.test(policy) ? ["a policy that lets in too much"] : [];
  for (const [, script = ""] of text.matchAll(/<script>([^<]*)<\/script>/gu))
    if (!policy.includes(createHash("sha256").update(script).digest("base64"))) wrong.push("a script that is blocked");
  const loads = [...text.matchAll(/<(?:link|script|img)[^>]* (?:href|src)="([^"]*)"/gu)].map(([, to = ""]) => to);
  return [...wrong, ...loads.filter((to) => !/^\/assets\/[\da-f]{16}\/[\w.-]+$/u.test(to)).map((to) => `loads ${to}`)];
}
