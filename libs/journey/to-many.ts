// A letter of the hub's own to people of many schools, as one of them is told of it.

/**
 * `to`: teachers, headteacher, applicant. `letter`: by its id, where it is one to many. `addressees`: who of them gets
 * it by this school, as a Message-ID names them; else all. `session`: it is news of this one.
 */
export interface ToMany {
  to: string[];
  letter?: string;
  addressees?: string[];
  session?: string;
}
