/**
 * A letter that came back. `addressee`: whom it was for, as their Message-ID names them; `person`: an opaque id, where
 * they have one of their own.
 */
export interface Bounce {
  addressee: string;
  person: string | null;
  code: string;
}
