import { asHtml } from "../../libs/words/as-html.ts";
import type { Message } from "./message.ts";

/** The page of all messages. */
export function listPage(messages: readonly Message[]): string {
  const rows = messages.map(
    ({ id, receivedAt, to, subject }) =>
      `<tr><td>${asHtml(receivedAt)}</td><td>${asHtml(to.join(", "))}</td><td><a ` +
      `href="/messages/${asHtml(id)}">${asHtml(subject || "(no subject)")}</a></td></tr>`,
  );
  const table =
    rows.length > 0
      ? `<table><tr><th>Received</th><th>To</th><th>Subject</th></tr>${rows.join("\n")}</table>`
      : "<p>Nothing has arrived yet.</p>";
  return layout(
    "Mail inbox",
    `<h1>Mail inbox</h1><p>Every e-mail that School Journeys has sent on this machine; none has left it.</p>${table}`,
  );
}

/** The page of one message: its HTML in a frame that runs nothing, its plain text, its headers. */
export function messagePage(message: Message): string {
  const headers = message.headers.map(
    ({ name, value }) => `<tr><th>${asHtml(name)}</th><td>${asHtml(value)}</td></tr>`,
  );
  const [subject, to, receivedAt, html] = [
    message.subject,
    message.to.join(", "),
    message.receivedAt,
    message.html,
  ].map(asHtml);
  const frame = `<iframe sandbox title="The message as HTML" srcdoc="${html}"></iframe>`;
  return layout(
    message.subject,
    `<p><a href="/">All messages</a></p><h1>${subject}</h1><p>To ${to}, ${receivedAt}</p>
${message.html ? `<h2>As HTML</h2>${frame}` : ""}
<h2>As text</h2><pre>${asHtml(message.text)}</pre>
${message.calendar
  .map(({ method, content }) => `<h2>Invitation (${asHtml(method)})</h2><pre>${asHtml(content)}</pre>`)
  .join("\n")}
<h2>Headers</h2><table>${headers.join("\n")}</table>`,
  );
}

function layout(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${asHtml(title)}</title><style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #ccc }
iframe { width: 100%; height: 30rem; border: 1px solid #ccc } pre { white-space: pre-wrap; overflow-wrap: anywhere }
td { overflow-wrap: anywhere }
</style></head><body>${body}</body></html>`;
}
