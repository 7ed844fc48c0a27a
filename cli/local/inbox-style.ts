/** The stylesheet of the inbox, light and dark. */
export const inboxStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1b1f24, #e8eaed); --quiet: light-dark(#57606a, #a3adb8);
  --paper: light-dark(#fbfaf7, #15181c); --card: light-dark(#fff, #1e2329); --rule: light-dark(#dcd8cf, #343b44);
  --accent: light-dark(#8a1c2b, #f0a3ad); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { margin: 0 0 .25rem; font: 600 1.6rem/1.25 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
nav { display: flex; justify-content: space-between; gap: 1rem; margin-bottom: 1.5rem; }
.quiet { color: var(--quiet); margin: 0 0 1.5rem; overflow-wrap: anywhere; }
.empty { padding: 3rem 1rem; border: 1px dashed var(--rule); border-radius: .5rem; text-align: center; }
.mails { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--rule); border-radius: .5rem; }
.mails:empty { display: none; }
.mails li { padding: .85rem 1.1rem; }
.mails li + li { border-top: 1px solid var(--rule); }
.mails a { display: block; font-weight: 600; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
.mails a:hover { color: var(--accent); text-decoration: underline; }
.mails .quiet { margin: 0; font-size: .875rem; }
iframe { display: block; width: 100%; height: 75vh; min-height: 20rem; resize: vertical; background: #fff;
  border: 1px solid var(--rule); border-radius: .5rem; color-scheme: light dark; }
details { margin-top: 1rem; background: var(--card); border: 1px solid var(--rule); border-radius: .5rem; }
summary { padding: .7rem 1.1rem; cursor: pointer; font-weight: 600; }
pre { margin: 0; padding: 1rem 1.1rem; border-top: 1px solid var(--rule); overflow-x: auto; white-space: pre-wrap;
  overflow-wrap: anywhere; font: .85rem/1.5 ui-monospace, monospace; }
`;
