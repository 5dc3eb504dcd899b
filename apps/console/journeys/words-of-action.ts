/**
 * `labels`, `hints`: of fields, where this form's words differ; `asks`: fields that are to be filled although no rule
 * demands it; `withReason`: no rule lets it through without a reason in words; `lookFirst`: it reaches further than it
 * looks, so what would come of it is shown before it is confirmed.
 */
export interface WordsOfAction {
  title: string;
  button: string;
  done: string;
  says?: string;
  warns?: true;
  labels?: Readonly<Record<string, string>>;
  hints?: Readonly<Record<string, string>>;
  asks?: readonly string[];
  withReason?: true;
  lookFirst?: true;
}
