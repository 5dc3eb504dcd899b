// Pages for people, until there is a console: what is live here, and what each problem code means.

import { Controller, Get, Header } from '@nestjs/common';
import { Anyone } from '../access/roles.ts';
import { ApiSettings } from '../api-settings.ts';
import { PROBLEM_TITLES, statusOf } from '../http/problem.ts';
import type { RejectionCode } from '../../../libs/journey/rejection.ts';

@Controller()
export class FrontController {
  constructor(private readonly settings: ApiSettings) {}

  @Get()
  @Anyone()
  @Header('Content-Type', 'text/html; charset=utf-8')
  front(): string {
    const { temporalUiUrl } = this.settings;
    return page('School Journeys', `
<p>Schools’ journeys through the Teaching for Mastery programmes of England’s Maths Hubs. This machine only: there is no sign-in yet.</p>
<ul>
<li><a href="/api/docs">The API, to read and try</a> (<a href="/api/openapi.json">OpenAPI 3.1</a>)</li>
<li><a href="/api/v1/prospectuses">The programmes, with the source of every figure</a></li>
<li><a href="/api/v1/journeys">Journeys</a> and <a href="/api/v1/events">everything that happened</a></li>
${temporalUiUrl === null ? '' : `<li><a href="${escaped(temporalUiUrl)}">Workflows, in the Temporal Web UI</a></li>`}
<li><a href="/health/ready">Is it ready?</a> · <a href="/problems">What the problem codes mean</a></li>
</ul>`);
  }

  @Get('problems')
  @Anyone()
  @Header('Content-Type', 'text/html; charset=utf-8')
  problems(): string {
    const rows = (Object.keys(PROBLEM_TITLES) as RejectionCode[])
      .map((code) => `<tr id="${code}"><td><code>${code}</code></td><td>${statusOf(code)}</td><td>${escaped(PROBLEM_TITLES[code])}</td></tr>`);
    return page('Problem codes', `<table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`);
  }
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}td,th{text-align:left;padding:.2rem 1rem .2rem 0}:target{background:#fd0}</style>
</head><body><h1>${title}</h1>${body}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
