// The parts that pages are made of, each by its own component of GOV.UK Frontend or MoJ Frontend.

import type { Html } from "../html.ts";
import type {
  ButtonOptions,
  CheckboxesOptions,
  DateInputOptions,
  ErrorSummaryOptions,
  FileUploadOptions,
  InputOptions,
  NotificationBannerOptions,
  RadiosOptions,
  SelectOptions,
  SummaryListOptions,
  TagOptions,
  TextareaOptions,
} from "./options.ts";
import { component } from "./templates.ts";

export const input = (options: InputOptions): Html => component("input", options);
export const textarea = (options: TextareaOptions): Html => component("textarea", options);
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
