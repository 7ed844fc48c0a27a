import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deadLetters, logs } from '../../cli/stack-parts.ts';
import { nameOf, root, synthesize } from './template.ts';

const runbook = readFileSync(join(root, 'docs', 'runbook.md'), 'utf8');
const sections = runbook.split(/^## /m).slice(1);
const headings = sections.map((section) => section.slice(0, section.indexOf('\n')));
const template = synthesize();
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
const described = alarms.map(({ Properties }) =>
  /^(.+\.) See docs\/runbook\.md: (.+)$/.exec(Properties.AlarmDescription),
);

test('every alarm has its heading in the runbook, and every heading its alarm', () => {
  expect(described.map((description) => description?.[2]).sort()).toEqual(headings.sort());
});

test.each(sections)('the runbook names the harm behind each alarm, where to look and what to do: %s', (section) => {
  expect(section.match(/^\*\*.+?\*\*/gm)).toEqual(['**Harm.**', '**Look here.**', '**Do this.**']);
});

test('the harm in an alarm is the one in the runbook', () => {
  for (const [, harm, heading] of described.map((description) => description ?? [])) {
    expect(sections.find((section) => section.startsWith(`${heading}\n`))).toContain(`**Harm.** ${harm}`);
  }
});

test.each([
  ...Object.values(logs).map((name) => ['AWS::Logs::LogGroup', name] as const),
  ...Object.values(deadLetters).map((name) => ['AWS::SQS::Queue', name] as const),
])('what the commands look for is in the stack exactly once: %s %s', (type, name) => {
  const ids = Object.keys(template.findResources(type)).map(nameOf);
  expect(ids.filter((id) => id === name)).toHaveLength(1);
});

test('every function’s log can be printed', () => {
  const kept = Object.keys(template.findResources('AWS::Logs::LogGroup')).map(nameOf);
  expect(kept.sort()).toEqual(Object.values<string>(logs).sort());
});
