// A browser, as far as pages without script need one.

export interface Page {
  address: string;
  status: number;
  text: string;
  headers: Headers;
}
/** What is typed and chosen, by the names of fields. */
export type Form = Readonly<Record<string, string | readonly string[]>>;

/** As much of a browser as signing in needs: cookies (for a path), redirects, one form. */
export class Browser {
  private readonly cookies = new Map<string, { value: string; path: string; lasts: number }>();

  private readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** A browser at `origin`, in which somebody has signed in. */
  static async signedIn(origin: string, who: string): Promise<Browser> {
    const browser = new Browser(origin);
    await browser.signIn(who);
    return browser;
  }

  /** `file`: sent as the field `file`, with the form as parts. */
  async go(address: string, form?: Form, file?: Blob): Promise<Page> {
    for (let url = new URL(address, this.origin), sent = form; ;) {
      const cookie = [...this.cookies]
        .filter(([, { path }]) => url.pathname.startsWith(path))
        .map(([name, { value }]) => `${name}=${value}`)
        .join("; ");
      const response = await fetch(url, {
        method: sent ? "POST" : "GET",
        redirect: "manual",
        headers: {
          accept: "text/html",
          ...(cookie === "" ? {} : { cookie }),
          ...(sent
            ? { ...(file ? {} : { "content-type": "application/x-www-form-urlencoded" }), origin: url.origin }
            : {}),
        },
        ...(sent && Object.keys(sent).length > 0 ? { body: file ? inParts(sent, file) : coded(sent) } : {}),
      });
      for (const line of response.headers.getSetCookie()) this.keep(line);
      const location = response.headers.get("location");
      if (location === null) {
        const text = asShown(await response.text(), response.headers);
        return { address: url.href, status: response.status, text, headers: response.headers };
      }
      url = new URL(location, url);
      sent = undefined;
    }
  }

  async signIn(who: string): Promise<Page> {
    const login = await this.go("/sign-in");
    if (!login.text.includes(`value="${who}"`)) throw new Error(`Nobody signs in as ${who}.`);
    return this.go(login.address, { who });
  }

  /** Fills the form of a page and sends it; where the answer is elsewhere, goes there. */
  async submit(page: Page, typed: Form = {}, action?: string): Promise<Page> {
    const sends = filled(page, typed, action);
    return this.go(sends.action, sends.form);
  }

  /** What a cookie holds, to be copied by a thief. */
  cookie(name: string): string {
    return this.cookies.get(name)?.value ?? "";
  }

  /** Puts a cookie into this browser. */
  put(name: string, value: string): void {
    this.cookies.set(name, { value, path: "/", lasts: Infinity });
  }

  /** All that it keeps, as it would be sent to a page of the console. */
  allCookies(): string {
    return [...this.cookies].map(([name, { value }]) => `${name}=${value}`).join("; ");
  }

  has(name: string): boolean {
    return this.cookies.has(name);
  }

  /** So many seconds later: it has forgotten what was to be kept for less. */
  later(seconds: number): void {
    for (const [name, { lasts, ...one }] of this.cookies)
      if (lasts <= seconds) this.cookies.delete(name);
      else this.cookies.set(name, { ...one, lasts: lasts - seconds });
  }

  private keep(line: string): void {
    const [pair = "", ...attributes] = line.split(/; */u);
    const [name = "", ...value] = pair.split("=");
    const path = attributes.find((one) => /^path=/iu.test(one))?.slice(5) ?? "/";
    const over = attributes.some(
      (one) => /^max-age=0$/iu.test(one) || (/^expires=/iu.test(one) && Date.parse(one.slice(8)) < Date.now()),
    );
    const lasts = Number(attributes.find((one) => /^max-age=/iu.test(one))?.slice(8) ?? Infinity);
    if (over) this.cookies.delete(name);
    else this.cookies.set(name, { value: value.join("="), path, lasts });
  }
}

/** Where the lines of a page end says nothing: one space is as good as any. A file stays as it came. */
function asShown(text: string, headers: Headers): string {
  return headers.get("content-type")?.startsWith("text/html") ? inOneLine(text) : text;
}

/** Whether one comes from a page to an address by a link. */
export const leadsTo = ({ text }: Page, address: string): boolean =>
  new RegExp(`<a [^>]*href="${address.replaceAll("?", "\\?")}"`, "u").test(text);

/** The tag of a field, as it stands on a page; empty where there is none. */
export const fieldOn = ({ text }: Page, name: string): string =>
  new RegExp(`<(?:input|textarea|select)[^>]* name="${name.replaceAll(".", "\\.")}"[^>]*>`, "u").exec(text)?.[0] ?? "";

export const inOneLine = (page: string): string => page.replaceAll(/\s+/gu, " ");

/**
 * The form of a page that goes to `action` (else its only one but for signing out), with what it brings by itself and
 * what is typed.
 */
export function filled({ text }: Page, typed: Form = {}, action?: string): { action: string; form: Form } {
  // The search box has its action before its method.
  const sent =
    action === undefined
      ? text
      : text.replaceAll(`action="${action}" method="post"`, `method="post" action="${action}"`);
  const forms = [...sent.matchAll(/<form[^>]*method="post" action="([^"]+)"[\s\S]*?<\/form>/gu)].filter(([, to]) =>
    action === undefined ? to !== "/sign-out" : to === action,
  );
  const [whole, to] = forms[0] ?? [];
  if (whole === undefined || to === undefined) throw new Error("There is no such form on the page.");
  const hidden: Record<string, string | string[]> = {};
  for (const [, name = "", value = ""] of whole.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/gu)) {
    const before = hidden[name];
    hidden[name] = before === undefined ? unescaped(value) : [before, unescaped(value)].flat();
  }
  return { action: to.replaceAll("&amp;", "&"), form: { ...hidden, ...typed } };
}

/** A value as a browser sends it on. */
const unescaped = (value: string): string =>
  value
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

function inParts(form: Form, file: Blob): FormData {
  const parts = new FormData();
  for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) parts.append(name, String(each));
  parts.append("file", file, "file.csv");
  return parts;
}

function coded(form: Form): string {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : value.map((each): [string, string] => [name, each]),
    ),
  ).toString();
}
