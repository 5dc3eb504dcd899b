// The parts that pages are made of, each by its own component of GOV.UK Frontend or MoJ Frontend.

import { html, type Html } from "../html.ts";
import type {
  ButtonOptions,
  CharacterCountOptions,
  CheckboxesOptions,
  DateInputOptions,
  ErrorSummaryOptions,
  FileUploadOptions,
  InputOptions,
  NotificationBannerOptions,
  RadiosOptions,
  SelectOptions,
  TagOptions,
  TextareaOptions,
} from "./options.ts";
import { component } from "./templates.ts";

export const input = (options: InputOptions): Html => component("input", options);
export const textarea = (options: TextareaOptions): Html => component("textarea", options);
export const characterCount = (options: CharacterCountOptions): Html => component("character-count", options);
export const select = (options: SelectOptions): Html => component("select", options);
export const radios = (options: RadiosOptions): Html => component("radios", options);
export const checkboxes = (options: CheckboxesOptions): Html => component("checkboxes", options);
export const dateInput = (options: DateInputOptions): Html => component("date-input", options);
export const fileUpload = (options: FileUploadOptions): Html => component("file-upload", options);

/** How much a button asks for: the one thing to do, one of others, what ends or costs something. */
export type ButtonLook = "main" | "second" | "warns";
const BUTTONS: Readonly<Record<ButtonLook, string>> = {
  main: "",
  second: "govuk-button--secondary",
  warns: "govuk-button--warning",
};

/** A button, or with `href` a link that looks like one. A second click within a second sends nothing. */
export function button(
  words: string,
  { look = "main", ...more }: { look?: ButtonLook } & Pick<ButtonOptions, "href" | "name" | "value"> = {},
): Html {
  const twice = more.href === undefined && { preventDoubleClick: true };
  return component("button", { text: words, classes: BUTTONS[look], ...twice, ...more } satisfies ButtonOptions);
}

/** What is wrong, each with the way to its field. */
export function errorSummary(says: string, errorList: NonNullable<ErrorSummaryOptions["errorList"]>): Html {
  const options: ErrorSummaryOptions = { titleText: "There is a problem", descriptionText: says, errorList };
  return component("error-summary", options);
}

/** What was just done, said on the page that one comes back to. */
export function doneBanner(words: string | null): Html | null {
  if (words === null) return null;
  return component("notification-banner", { type: "success", text: words } satisfies NotificationBannerOptions);
}

/** The parts of one page, or the views of one list; `here`: the one that is shown. `label`: what they are parts of. */
export function subNavigation(label: string, items: readonly { href: string; words: string; here: boolean }[]): Html {
  return component("moj/sub-navigation", {
    label,
    items: items.map(({ href, words, here }) => ({ href, text: words, active: here })),
  });
}

/** A tick without a frame of its own, as in a row of a table. `whose`: read aloud after its words, and not shown. */
export function tick(
  { id, name, value }: { id: string; name: string; value: string },
  { words, whose, checked }: { words: string; whose: string; checked: boolean },
): Html {
  return checkboxes({
    idPrefix: id,
    name,
    classes: "govuk-checkboxes--small",
    formGroup: { classes: "govuk-!-margin-bottom-0" },
    items: [{ value, checked, html: aloud(words, whose).text }],
  });
}

/** Words that are shown, and what is read aloud right after them: it begins with its own space, comma or colon. */
export function aloud(words: string, whose: string): Html {
  return html`${words}<span class="govuk-visually-hidden">${whose}</span>`;
}

const TAGS = { plain: "", late: "govuk-tag--red", done: "govuk-tag--green" } as const;

/** How something stands, in a word or two. */
export const tag = (words: string, look: keyof typeof TAGS = "plain"): Html =>
  component("tag", { text: words, classes: TAGS[look] } satisfies TagOptions);

/** What a list is narrowed by: its address says it. */
export const filterForm = (action: string, fields: readonly Html[], words = "Show"): Html =>
  html`<form class="filter" method="get" action="${action}">${fields}${button(words, { look: "second" })}</form>`;

/** One of several, as a filter has it. */
export function choose(
  { id, name, label }: { id: string; name: string; label: string },
  choices: readonly (readonly [value: string, words: string])[],
  chosen: string,
): Html {
  const items = choices.map(([value, text]) => ({ value, text, selected: value === chosen }));
  return select({ id, name, label: { text: label }, items });
}
