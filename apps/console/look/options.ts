// What the components of GOV.UK Frontend take, as far as we give it to them: named as their `macro-options.json` name
// it, and held to it by options.unit.spec.ts.

export interface Says {
  text?: string;
  html?: string;
}
export interface Classed {
  classes?: string;
  attributes?: Readonly<Record<string, string>>;
}

export interface LabelOptions extends Says, Classed {
  for?: string;
  isPageHeading?: boolean;
}
export interface HintOptions extends Says, Classed {
  id?: string;
}
export interface ErrorMessageOptions extends Says, Classed {
  id?: string;
}
export interface FieldsetOptions extends Classed {
  describedBy?: string;
  legend?: Says & { classes?: string; isPageHeading?: boolean };
}

/** What every control has. */
interface Control extends Classed {
  hint?: HintOptions;
  errorMessage?: ErrorMessageOptions;
}
interface Labelled extends Control {
  id?: string;
  name: string;
  label: LabelOptions;
  disabled?: boolean;
  describedBy?: string;
}
export interface InputOptions extends Labelled {
  type?: string;
  inputmode?: string;
  value?: string;
  prefix?: Says & Classed;
  suffix?: Says & Classed;
  autocomplete?: string;
  spellcheck?: boolean;
}
export interface TextareaOptions extends Labelled {
  rows?: string;
  value: string;
  autocomplete?: string;
}
export interface CharacterCountOptions extends Control {
  id?: string;
  name: string;
  label: LabelOptions;
  rows?: string;
  value: string;
  maxwords?: string;
}
export interface SelectOptions extends Labelled {
  formGroup?: Classed;
  items: readonly { value?: string; text: string; selected?: boolean; disabled?: boolean }[];
}
export interface FileUploadOptions extends Labelled {
  javascript?: boolean;
}

interface Pick extends Says {
  id?: string;
  value: string;
  hint?: HintOptions;
  label?: Classed;
  checked?: boolean;
  disabled?: boolean;
}
interface Picks extends Control {
  idPrefix?: string;
  name: string;
  fieldset?: FieldsetOptions;
  items: readonly Pick[];
  formGroup?: Classed;
}
export interface RadiosOptions extends Picks {
  value?: string;
}
export interface CheckboxesOptions extends Picks {
  describedBy?: string;
}
export interface DateInputOptions extends Control {
  id: string;
  fieldset?: FieldsetOptions;
  items?: readonly {
    id?: string;
    name: string;
    label?: string;
    value?: string;
    error?: boolean;
    classes?: string;
  }[];
}

export interface ButtonOptions extends Says, Classed {
  href?: string;
  name?: string;
  value?: string;
  preventDoubleClick?: boolean;
  isStartButton?: boolean;
}
export interface ErrorSummaryOptions extends Classed {
  titleText: string;
  descriptionText?: string;
  errorList?: readonly (Says & { href?: string })[];
}
export interface NotificationBannerOptions extends Says, Classed {
  titleText?: string;
  type?: string;
}
export interface TagOptions extends Says, Classed {}
export interface SummaryListOptions extends Classed {
  rows: readonly {
    key: Says;
    value: Says;
    classes?: string;
    actions?: { items: readonly (Says & { href: string; visuallyHiddenText?: string })[] };
  }[];
}
export interface PaginationOptions extends Classed {
  next?: { text?: string; labelText?: string; href: string };
  previous?: { text?: string; labelText?: string; href: string };
  items?: readonly { number?: string; href?: string; current?: boolean; ellipsis?: boolean }[];
  landmarkLabel?: string;
}
export interface BackLinkOptions extends Says, Classed {
  href: string;
}
export interface TabsOptions extends Classed {
  title?: string;
  items: readonly { id: string; label: string; panel: Says }[];
}
