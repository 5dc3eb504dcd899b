/**
 * `labels`: of fields, where this form's words differ; `asks`: fields that are to be filled although no rule demands
 * it.
 */
export interface WordsOfAction {
  title: string;
  button: string;
  done: string;
  says?: string;
  warns?: true;
  labels?: Readonly<Record<string, string>>;
  asks?: readonly string[];
}
