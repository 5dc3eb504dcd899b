// HTML that cannot be broken by what is put into it: html`…` escapes every value that is not HTML itself.

import { asHtml } from "../../libs/words/as-html.ts";

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = Html | string | number | null | readonly Html[];

/** A piece of HTML; text in it is escaped, for content and for attributes in double quotes; null is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((whole, part, index) => whole + written(values[index - 1] ?? null) + part));
}

function written(value: Value): string {
  if (value === null) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "string") return asHtml(value);
  return typeof value === "number" ? String(value) : value.map(({ text }) => text).join("\n");
}
