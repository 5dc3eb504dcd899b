// The first page, for who has not signed in.

import { html, type Html } from "../html.ts";

/** What this is, and the way in. */
export function welcomePage(): Html {
  return html`<p>Schools’ journeys through the Teaching for Mastery programmes of England’s Maths Hubs: applications,
    Work Groups, what is promised and what is owed, year after year.</p>
<p><a class="button first" href="/sign-in">Sign in</a></p>
<h2>For those who build and operate</h2>
<ul><li><a href="/api/docs">The API, to read and try</a> (<a href="/api/openapi.json">OpenAPI 3.1</a>)</li>
<li><a href="/problems">What the problem codes mean</a> · <a href="/health/ready">Is it ready?</a></li></ul>`;
}
