// What an operator looks for in the Temporal Web UI.

/**
 * What a workflow wants of a person, to be found by. `stuck`: something does not get through; `grant`: somebody has to
 * decide on a grant; `decision`: on anything else; `answer`: of a school that is silent, its headteacher was told.
 */
export type Need = "nothing" | "stuck" | "grant" | "decision" | "answer";

/** As a search attribute holds it. */
export const needsIf = (needs: readonly (readonly [Need, boolean])[]): Need[] => {
  const wanted = needs.flatMap(([need, is]) => (is ? [need] : []));
  return wanted.length === 0 ? ["nothing"] : wanted;
};
