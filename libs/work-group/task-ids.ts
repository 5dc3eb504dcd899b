// What the tasks of a Work Group itself are called: by its year, and by whose register is not taken.

/** Of a group that has too few schools. */
export const tooFewTaskId = (academicYear: string): string => `${academicYear}/group`;

/** Of a session, by its code, whose register nobody took. */
export const registerTaskId = (academicYear: string, session: string): string => `${academicYear}/register/${session}`;
