import { problemKinds } from './problem-kinds.ts'

const rows = Object.entries(problemKinds).map(
  ([code, { status, title }]) =>
    `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}.</td></tr>`,
)

/** The page that every problem's `type` points to. */
export const problemsPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Keynode API: problems</title>
    <style>
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      td { padding: 0.3rem 1rem 0.3rem 0; vertical-align: top; }
      tr:target { background: #fff3c4; }
    </style>
  </head>
  <body>
    <h1>What the API refuses, and what can fail</h1>
    <p>Every answer that is not a success is <code>application/problem+json</code> (RFC 9457) with one of these codes.
    Its <code>detail</code> says what is wrong, where, and what to do. <a href="/api/v1/docs">The API itself</a>.</p>
    <table>${rows.join('\n')}</table>
  </body>
</html>
`
