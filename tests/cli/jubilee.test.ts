import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { jubilee, jubileeAsProcess } from './run-jubilee.ts';

const on = (day: string) => ['--from', day, '--to', day];

test('12 January 2024 lists China and Lesotho as the 30th of the resumption, with the other count', async () => {
  const { stdout } = await jubilee('anniversaries', ...on('2024-01-12'), '--state', 'CN', '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject([
    {
      pair: 'CN-LS',
      parties: ['CN', 'LS'],
      kind: 'resumed',
      years: 30,
      date: '2024-01-12',
      precision: 'day',
      origin: '1994-01-12',
      evidence: 'official',
      otherCounts: [{ kind: 'established', origin: '1983-04-30', years: 41, date: '2024-04-30' }],
    },
  ]);
});

test('a kind given as an option replaces the default kinds', async () => {
  const args = ['anniversaries', ...on('2020-04-07'), '--pair', 'ls-cn', '--kind', 'severed', '--format', 'csv'];
  expect((await jubilee(...args)).stdout).toMatch(/^pair,kind.*\nCN-LS,severed,30,2020-04-07,day,1990-04-07,/);
});

test('a list of numbers is a policy', async () => {
  const args = ['--pair', 'CN-LS', '--policy', '31,33', '--format', 'json'];
  const { stdout } = await jubilee('anniversaries', '--from', '2024-01-01', '--to', '2030-12-31', ...args);
  expect(JSON.parse(stdout)).toMatchObject([{ years: 31 }, { years: 33 }]);
});

test('a table is what a person gets, and one line stands for each milestone', async () => {
  const { code, stdout } = await jubileeAsProcess({}, 'anniversaries', ...on('2024-01-12'), '--state', 'CN');
  expect(stdout).toBe(
    [
      'date        pair   names          years  kind     origin      evidence',
      '2024-01-12  CN-LS  China–Lesotho  30     resumed  1994-01-12  official\n',
    ].join('\n'),
  );
  expect(code).toBe(0);
});

test('the timeline of a pair has its status, its events, their other dates and sources', async () => {
  const { stdout } = await jubilee('timeline', 'CN-LS', 'mk-cn', '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject([
    {
      pair: 'CN-LS',
      status: 'in force',
      events: [
        { kind: 'established', date: '1983-04-30' },
        { kind: 'severed', date: '1990-04-07', alternatives: [{ date: '1990-04' }, { date: '1990-04-05' }] },
        { kind: 'resumed', date: '1994-01-12' },
      ],
    },
    { pair: 'CN-MK' },
  ]);
});

test('a digest can be read as the mail that it is', async () => {
  const { stdout } = await jubilee(
    'digest',
    '--on',
    '2024-01-05',
    '--state',
    'CN',
    '--lead-time',
    '7',
    '--format',
    'eml',
  );
  const { subject, text } = await PostalMime.parse(stdout);
  expect(subject).toBe('30th anniversary of resumption, 12 January 2024: China–Lesotho');
  expect(text).toContain('30th anniversary of the resumption of diplomatic relations');
});

test.each([
  ['a day that no calendar has', ['anniversaries', '--from', '2024-02-30', '--to', '2024-03-01'], /--from.*2024-02-30/],
  ['days in the wrong order', ['anniversaries', '--from', '2024-03-01', '--to', '2024-02-01'], /--to.*before/],
  ['an unknown state', ['anniversaries', ...on('2024-01-12'), '--state', 'XX'], /--state: XX/],
  ['a pair of one state', ['anniversaries', ...on('2024-01-12'), '--pair', 'CN-CN'], /--pair: .*different/],
  ['a lead time that is too long', ['digest', '--on', '2024-01-12', '--lead-time', '551'], /--lead-time/],
  ['a pair that nothing is on file about', ['timeline', 'NU-TW'], /nothing is on file about NU-TW/],
  ['an unknown subcommand', ['celebrate'], /unknown command/],
  ['a clock without a zone', ['start', '--once', '--at', '2024-01-05'], /--at/],
  ['a port out of range', ['start', '--once', '--port', '70000'], /--port/],
])('%s ends with one clear line and exit code 2', async (_fault, args, line) => {
  const { code, stdout, stderr } = await jubilee(...args);
  expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
  expect(stderr).toMatch(line);
});

test('bad input ends the process with exit code 2, and help with 0', async () => {
  const refused = await jubileeAsProcess({}, 'timeline', 'NU-TW');
  expect(refused).toEqual({ code: 2, stdout: '', stderr: 'error: nothing is on file about NU-TW\n' });
  const { code, stdout } = await jubileeAsProcess({}, '--help');
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Usage: jubilee/) });
});

test.each(['', 'anniversaries', 'timeline', 'digest', 'data', 'start'])(
  '%s --help explains itself',
  async (command) => {
    const { code, stdout } = await jubilee(...command.split(' ').filter(Boolean), '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: jubilee/);
  },
);

const dayOfLesotho = ['digest', '--on', '2024-01-05', '--state', 'CN', '--lead-time', '7'];

test.each([
  ['fr', '30e anniversaire du rétablissement des relations diplomatiques'],
  ['es', '30.º aniversario del restablecimiento de relaciones diplomáticas'],
  ['ru', '30-летие восстановления дипломатических отношений'],
  ['zh', '复交30周年'],
  ['ar', 'الذكرى الثلاثون لاستئناف العلاقات الدبلوماسية'],
])('the digest is written in the language "%s"', async (language, title) => {
  const { stdout } = await jubilee(...dayOfLesotho, '--lang', language);
  expect(stdout).toContain(`\n${title}\n`);
});

test('a facts box is written for each milestone, in all languages if asked', async () => {
  const { stdout } = await jubilee(...dayOfLesotho, '--format', 'brief', '--lang', 'all');
  expect(stdout.split('\n\n')).toHaveLength(6);
  expect(stdout).toContain('中国—莱索托\n复交30周年\n2024年1月12日（星期五）\n中国：星期五\n莱索托：星期五\n');
});

test('an unsupported language is refused in one line', async () => {
  const { stderr } = await jubilee(...dayOfLesotho, '--lang', 'de');
  expect(stderr).toBe('error: --lang: must be en, fr, es, ru, zh or ar\n');
});

test.each(['China', 'Chine', '中国', 'cn'])('a state may be given by a name of it: --state %s', async (name) => {
  const { stdout } = await jubilee('anniversaries', '--from', '2024-01-12', '--to', '2024-01-12', '--state', name);
  expect(stdout).toContain('CN-LS');
});

test('a list without milestones says so in a sentence, and is an empty list for programs', async () => {
  const asked = ['anniversaries', ...on('2024-01-13'), '--pair', 'CN-LS'];
  expect((await jubilee(...asked)).stdout).toMatch(/^No such milestone falls on 2024-01-13; /);
  expect(JSON.parse((await jubilee(...asked, '--format', 'json')).stdout)).toEqual([]);
});

test('a timeline is found by two names too, and names its pair', async () => {
  expect((await jubilee('timeline', 'China, Lesotho')).stdout).toMatch(/^CN-LS \(China–Lesotho\): in force since/);
});

test.each([
  ['an option', ['anniversaries', '--form', '2024-01-12'], "unknown option '--form': did you mean --from?"],
  ['an option of a subcommand', ['data', 'check', '--formt=json'], "unknown option '--formt': did you mean --format?"],
  ['a command', ['serach', 'china'], "unknown command 'serach'"],
  ['a state', ['anniversaries', ...on('2024-01-12'), '--state', 'Lesothoo'], 'Did you mean LS (Lesotho)?'],
  [
    'one of several states',
    ['anniversaries', ...on('2024-01-12'), '--state', 'Congo'],
    'CD (Democratic Republic of the Congo) or CG',
  ],
])('%s that is mistyped or unclear is refused with suggestions', async (_what, args, said) => {
  const { code, stderr } = await jubilee(...args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
});

test('an option that resembles no other is refused without a suggestion', async () => {
  expect((await jubilee('states', '--zzzzzz')).stderr).toBe("error: unknown option '--zzzzzz'\n");
});

test('prints its version', async () => {
  expect((await jubilee('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
