import { createHash } from "node:crypto";
import { asHtml } from "../../libs/words/as-html.ts";
import { chosenAs, type SignIn } from "./sign-ins.ts";

const STYLE =
  "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 " +
  "1rem;color:#111}button{display:block;width:100%;" +
  "margin:.5rem 0;padding:.7rem 1rem;font:inherit;text-align:left;background:#fff;border:2px solid " +
  "#1d4f91;border-radius:.3rem;cursor:pointer}" +
  "button:hover{background:#e8f0fa}button:focus{outline:3px solid " +
  "#0b0c0c;outline-offset:2px;background:#fd0}small{color:#444}";

/** What a page may do: no script, this style, and forms that end at the console. */
export function policyOf(consoleUrl: string): string {
  const hash = createHash("sha256").update(STYLE).digest("base64");
  return (
    `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self' ${consoleUrl}; frame-ancestors ` +
    `'none'; base-uri 'none'`
  );
}

/** The page where one of the made-up people is chosen. */
export function loginPage(uid: string, signIns: readonly SignIn[]): string {
  const buttons = signIns.map(
    (one) =>
      `<button name="who" value="${asHtml(one.principal.who)}">${asHtml(chosenAs(one))}<br>` +
      `<small>${asHtml(one.principal.who)}</small></button>`,
  );
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Sign in · School Journeys</title>
<style>${STYLE}</style></head><body><main><h1>Sign in to School Journeys</h1>
<p>Nobody here is real: choose who you are. On another machine a real sign-in takes this one’s place (OIDC_ISSUER).</p>
<form method="post" action="/interaction/${asHtml(uid)}">${buttons.join("\n")}</form></main></body></html>`;
}
