/**
 * The colours of a letter. Every text has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3). Light colours are inline, for
 * clients that drop style sheets; dark ones override them by class.
 */
const light = {
  page: '#f2f0ea',
  sheet: '#ffffff',
  ink: '#1b1f27',
  quiet: '#525a66',
  link: '#1d3b66',
  accent: '#7a5a12',
  rule: '#d9d4c7',
  caution: '#7a2e0e',
};
const dark = {
  page: '#101318',
  sheet: '#181c23',
  ink: '#e9e6df',
  quiet: '#aab1bc',
  link: '#a9c5f2',
  accent: '#d9b968',
  rule: '#363c47',
  caution: '#f2b793',
};

const serif = 'Georgia,Times New Roman,serif';
const sans = 'Segoe UI,-apple-system,Roboto,Helvetica,Arial,sans-serif';

const buttonText = `display:inline-block;padding:14px 28px;font:600 17px/1.3 ${sans};text-decoration:none`;

const body = `padding:32px 28px 28px;font:15px/1.5 ${sans};color:${light.ink}`;
const number = `width:64px;font:400 32px/1 ${serif};color:${light.accent}`;
const caution = `margin:0 0 6px;color:${light.caution}`;

/** The inline styles that elements need even if the style sheet is dropped. */
export const inline = {
  page: `margin:0;padding:0;background:${light.page}`,
  sheet: `max-width:600px;margin:0 auto;background:${light.sheet};border-top:4px solid ${light.accent}`,
  body: { ltr: `${body};direction:ltr;text-align:left`, rtl: `${body};direction:rtl;text-align:right` },
  masthead: `margin:0 0 4px;font-size:13px;font-weight:600;letter-spacing:.08em;color:${light.accent}`,
  heading: `margin:0;font:400 28px/1.2 ${serif};color:${light.ink}`,
  lede: `margin:6px 0 0;color:${light.quiet}`,
  group: `margin:36px 0 0;padding:0 0 8px;border-bottom:1px solid ${light.rule};font:400 20px/1.3 ${serif}`,
  when: `font:600 13px/1.6 ${sans};color:${light.accent}`,
  list: 'margin:0;padding:0;list-style:none',
  spacedList: 'margin:0;padding:12px 0;list-style:none',
  item: 'margin:0',
  itemLink: 'display:inline-block;margin:4px 14px 0 0',
  number: { ltr: `${number};padding:18px 12px 0 0`, rtl: `${number};padding:18px 0 0 12px` },
  facts: 'padding:18px 0 0',
  pair: `margin:0;font:400 19px/1.3 ${serif}`,
  title: 'margin:2px 0 0;font-weight:600',
  observed: 'margin:0',
  line: 'margin:0 0 4px',
  details: `margin:8px 0 0;font-size:14px;color:${light.quiet}`,
  caution: {
    ltr: `${caution};padding:0 0 0 10px;border-left:3px solid ${light.caution}`,
    rtl: `${caution};padding:0 10px 0 0;border-right:3px solid ${light.caution}`,
  },
  link: `color:${light.link}`,
  paragraph: 'margin:16px 0 0',
  note: `margin:0;font-size:14px;color:${light.quiet}`,
  about: 'margin:16px 0 0',
  action: 'margin:28px 0 14px',
  button: {
    primary: `background:${light.link};border:2px solid ${light.link};mso-padding-alt:14px 28px`,
    plain: `border:2px solid ${light.link};mso-padding-alt:14px 28px`,
  },
  buttonLink: {
    primary: `${buttonText};color:${light.sheet}`,
    plain: `${buttonText};color:${light.link}`,
  },
  footer: `margin:40px 0 0;padding:20px 0 0;border-top:1px solid ${light.rule};font-size:13px;color:${light.quiet}`,
  hidden: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
} as const;

export const styleSheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
a{text-underline-offset:2px}
.body{overflow-wrap:anywhere}
.details div{margin-bottom:4px}
@media (max-width:480px){
.body{padding:24px 18px!important}
.number{width:46px!important;font-size:26px!important}
[dir=ltr] .number{padding-right:8px!important}
[dir=rtl] .number{padding-left:8px!important}
}
@media (prefers-color-scheme:dark){
.page{background:${dark.page}!important}
.sheet{background:${dark.sheet}!important;border-color:${dark.accent}!important}
.body,.heading{color:${dark.ink}!important}
.quiet{color:${dark.quiet}!important}
.accent{color:${dark.accent}!important}
.rule{border-color:${dark.rule}!important}
.caution{color:${dark.caution}!important;border-color:${dark.caution}!important}
a{color:${dark.link}!important}
.button{border-color:${dark.link}!important}
.primary{background:${dark.link}!important}
.primary a{color:${dark.sheet}!important}
}
`;
