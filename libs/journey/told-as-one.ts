/** What changes within so many seconds is told as one, with the first of it. */
export const TOLD_AS_ONE_SECONDS = 600;
