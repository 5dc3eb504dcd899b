// The frame of every page: what stands at its top, how it looks, and what a browser may do with it.

import { createHash } from "node:crypto";
import { VERSION } from "../../libs/config/version.ts";
import { policyWith } from "../../libs/http/security-headers.ts";
import { demonstrationNote } from "./demonstration.ts";
import { html, Html } from "./html.ts";

const STYLE = `
:root{--ink:#14171a;--paper:#fff;--line:#c9d1d9;--blue:#1d4f91;--soft:#eef3f9}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--ink);background:var(--paper)}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem}
header{background:var(--blue);color:#fff}header>div,main,footer{max-width:74rem;margin:0 auto;padding:.7rem 1.2rem}
header>div{display:flex;gap:1rem;align-items:center;flex-wrap:wrap}header
  a{color:#fff;font-weight:700;font-size:1.15rem;text-decoration:none}
header .who a{font-size:inherit;font-weight:400;text-decoration:underline}
header .who{margin-left:auto;text-align:right;line-height:1.25}header small{display:block;opacity:.9}
button,.button{font:inherit;padding:.45rem .9rem;border:2px solid
  var(--blue);border-radius:.3rem;background:#fff;color:var(--blue);cursor:pointer;text-decoration:none;
  display:inline-block}
.button.first{background:var(--blue);color:#fff}a{color:var(--blue)}
a:focus-visible,button:focus-visible{outline:3px solid #ffb000;outline-offset:2px}
h1{font-size:1.7rem;margin:1.2rem 0 .4rem}h2{font-size:1.25rem;margin:1.6rem 0 .4rem}
.totals{display:flex;gap:.8rem;flex-wrap:wrap;margin:1rem 0;padding:0;list-style:none}
.totals a{display:block;min-width:10rem;padding:.6rem 1rem;border:2px solid
  var(--line);border-radius:.4rem;text-decoration:none;color:inherit}
.totals a[aria-current]{border-color:var(--blue);background:var(--soft)}
.totals b{display:block;font-size:1.6rem;line-height:1.2}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.3rem 0;color:#444}
th,td{text-align:left;vertical-align:top;padding:.5rem .7rem .5rem 0;border-bottom:1px solid
  var(--line)}thead th{border-bottom:2px solid var(--ink);white-space:nowrap}
tbody th{font-weight:600}td small,th
  small{display:block;color:#444;font-weight:400}
code{font-size:.92em;background:var(--soft);padding:.05rem .3rem;border-radius:.2rem;white-space:nowrap}
.tag{display:inline-block;padding:.05rem
  .5rem;border-radius:1rem;background:var(--soft);border:1px solid var(--line);white-space:nowrap}
.late{background:#fdecea;border-color:#b3261e;color:#8c1d18}.done{background:#e7f4ea;border-color:#2e7d32;
  color:#1b5e20}
.note{border-left:5px solid
  var(--blue);background:var(--soft);padding:.6rem 1rem;margin:1rem 0}
.late-note{border-color:#b3261e;background:#fdecea}
nav{border-bottom:1px solid
  var(--line)}nav ul{max-width:74rem;margin:0 auto;padding:0 1.2rem;display:flex;flex-wrap:wrap;gap:0 1.4rem;
  list-style:none}
nav a{display:block;padding:.55rem 0;text-decoration:none}nav a:hover{text-decoration:underline}
.button.first,.button.warns{color:#fff;background:var(--blue)}.button.warns{background:#b3261e;border-color:#b3261e}
.actions{display:flex;flex-wrap:wrap;gap:.5rem;margin:.6rem 0 1rem;padding:0;list-style:none}
.form{max-width:42rem}.field{margin:1.1rem
  0}.field>label,legend{display:block;font-weight:600;padding:0}fieldset{border:0;margin:0;padding:0;min-width:0}
.hint{display:block;color:#444;font-weight:400}.may{font-weight:400;color:#444}
.fault{display:block;color:#8c1d18;font-weight:600}
.wrong{border-left:5px solid #b3261e;padding-left:.8rem}
input,textarea,select{font:inherit;max-width:100%;padding:.4rem .5rem;border:2px solid
  #59636e;border-radius:.2rem;background:#fff;color:inherit}
input[type=text],input[type=email],textarea{width:100%}input.short{width:8rem}
input[type=checkbox],input[type=radio]{width:1.25rem;height:1.25rem;margin:0 .5rem 0 0;vertical-align:-.2rem;flex:none}
input:focus-visible,textarea:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid
  #ffb000;outline-offset:1px}
.pick,.field>.pick{display:block;padding:.3rem 0 .3rem 2rem;text-indent:-2rem}.pick .hint{text-indent:0}
.faults{border:4px solid #b3261e;padding:.4rem 1rem;margin:1rem 0;max-width:42rem}.faults h2{margin:.3rem 0}.faults
  a{color:#8c1d18;font-weight:600}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.3rem 1rem;margin:.6rem
  0}dt{font-weight:600}dd{margin:0}
.waits{border-top:2px solid var(--line)}a.button[aria-current]{background:var(--soft);border-color:var(--ink)}
fieldset.school{margin:1rem 0}.school legend{width:100%;border-top:1px solid
  var(--line);padding-top:.6rem}.ways a{margin-right:.7rem}.keep{white-space:nowrap}
.teacher{display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:center;padding:.2rem 0}
.teacher .called{min-width:18rem}.picks label{margin-right:1rem;white-space:nowrap}
ul.programmes{list-style:none;padding:0}.programmes>li{border-top:1px solid
  var(--line);padding:.8rem 0}.programmes small{display:block;color:#444;margin:.2rem 0 .5rem}
ol.story{list-style:none;padding:0;margin:.6rem 0;border-left:3px solid
  var(--line)}ol.story li{padding:.25rem 0 .25rem 1rem}ol.story small{display:block;color:#444}
.only-read{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.note.done{border-color:#2e7d32;background:#e7f4ea}h3{font-size:1.05rem;margin:.9rem 0 .3rem}
ol.why li{padding:.35rem 0}ol.why q{display:block;margin:.2rem 0}ol.why .hint{border-left:3px solid
  var(--line);padding-left:.8rem;margin:.2rem 0}
iframe{width:100%;height:44rem;border:1px solid var(--line)}pre{white-space:pre-wrap;font:inherit}
details{margin:1rem 0}summary{cursor:pointer;font-weight:600;color:var(--blue)}
footer{color:#444;border-top:1px solid var(--line);margin-top:2rem}
@media(max-width:40rem){header
  .who{margin-left:0;text-align:left}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
`;

const OWN_STYLE = `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; `;

/** What a browser may do with a page: no script, this style, forms that stay here. */
export const POLICY = policyWith(OWN_STYLE);
/** The same for a page that shows another of ours within itself. */
export const FRAMING = policyWith(`${OWN_STYLE}frame-src 'self'; `);

export interface Link {
  href: string;
  words: string;
}

/** A whole page; `who`: how the person who has signed in is called, and in which role. */
export function page(
  title: string,
  body: Html,
  who: { name: string; role: string; links?: readonly Link[] } | null,
): string {
  const signedIn =
    who === null
      ? null
      : html`<div class="who">${who.name}<small>${who.role} ·
  <a href="/sessions">Your sign-ins</a></small></div>
<form method="post" action="/sign-out"><button>Sign out</button></form>`;
  const links = who?.links ?? [];
  const nav =
    links.length === 0
      ? null
      : html`<nav aria-label="Pages"><ul>${links.map(
          ({ href, words }) => html`<li><a
        href="${href}">${words}</a></li>`,
        )}</ul></nav>`;
  const whole = html`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport"
    content="width=device-width, initial-scale=1">
<title>${title} · School Journeys</title><style>${new Html(STYLE)}</style></head><body>
<a class="skip" href="#main">Skip to the content</a><header><div><a href="/">School
  Journeys</a>${signedIn}</div></header>${nav}
<main id="main">${demonstrationNote()}<h1>${title}</h1>${body}</main>
<footer>Teaching for Mastery with England’s Maths Hubs · School Journeys ${VERSION}</footer></body></html>`;
  return whole.text;
}
