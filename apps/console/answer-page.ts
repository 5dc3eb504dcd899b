import { instantFromMs, localTime } from "../../libs/calendar/instants.ts";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";
import type { Html } from "./html.ts";
import { linksOf } from "./navigation.ts";
import { page, POLICY, type Around, type Who } from "./page.ts";
import type { Person } from "./visitor.ts";
import { hubInWords, roleInWords } from "./words.ts";

/** Answers with a page, for the person who has signed in (or null). `policy`: what a browser may do with it. */
export function answerPage(
  response: ApiResponse,
  status: number,
  title: string,
  body: Html,
  person: Person | null,
  policy = POLICY,
  around: Around = {},
): void {
  const { originalUrl, notice = null } = response.req as ApiRequest;
  response
    .writeHead(status, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
    })
    .end(page(title, body, person && whoIs(person), { at: originalUrl, notice, ...around }));
}

/** Who has signed in, as a page says it. */
function whoIs({ name, principal: { role, hub, urns }, reading }: Person): Who {
  const school = role === "school-contact" && reading !== undefined ? urns.map((urn) => `URN ${urn}`) : [];
  const held = [roleInWords(role), ...(hub === null ? [] : [hubInWords(hub)]), ...school].join(" · ");
  const until = reading && localTime(instantFromMs(reading.until));
  return {
    name,
    role: held,
    links: linksOf(role),
    reading: reading && until ? { says: `You read as ${held}, until ${until}.`, token: reading.token } : null,
  };
}
