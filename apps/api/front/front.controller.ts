// What each problem code means: the page that `type` of a problem points to.

import { createHash } from "node:crypto";
import { Controller, Get, Header } from "@nestjs/common";
import { Anyone } from "../../../libs/http/allowed.ts";
import { PROBLEM_TITLES, statusOf } from "../../../libs/http/problem.ts";
import { policyWith } from "../../../libs/http/security-headers.ts";
import type { RejectionCode } from "../../../libs/journey/rejection.ts";
import { asHtml } from "../../../libs/words/as-html.ts";

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
td,th{text-align:left;padding:.2rem 1rem .2rem 0}:target{background:#fd0}`;
const POLICY = policyWith(`style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; `);

@Controller()
export class FrontController {
  @Get("problems")
  @Anyone()
  @Header("Content-Type", "text/html; charset=utf-8")
  @Header("Content-Security-Policy", POLICY)
  problems(): string {
    const rows = (Object.keys(PROBLEM_TITLES) as RejectionCode[]).map(
      (code) =>
        `<tr id="${code}"><td><code>${code}</code></td><td>${statusOf(code)}</td>` +
        `<td>${asHtml(PROBLEM_TITLES[code])}</td></tr>`,
    );
    const head = "<thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead>";
    return page("Problem codes", `<table>${head}<tbody>${rows.join("\n")}</tbody></table>`);
  }
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${STYLE}</style>
</head><body><h1>${title}</h1>${body}</body></html>`;
}
