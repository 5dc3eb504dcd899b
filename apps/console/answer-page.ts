import type { ApiResponse } from '../api/http/request.ts';
import type { Html } from './html.ts';
import { page, POLICY } from './page.ts';
import type { Person } from './session.ts';
import { hubInWords, roleInWords } from './words.ts';

/** Answers with a page, for the person who has signed in (or null). */
export function answerPage(response: ApiResponse, status: number, title: string, body: Html, person: Person | null): void {
  const who = person === null ? null : { name: person.name, role: [roleInWords(person.principal.role), ...(person.principal.hub === null ? [] : [hubInWords(person.principal.hub)])].join(' · ') };
  response.writeHead(status, {
    // Not no-referrer: a browser would then not say that a form of ours is ours (Origin: null).
    'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY, 'Referrer-Policy': 'same-origin',
  }).end(page(title, body, who));
}
