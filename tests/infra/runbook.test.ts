import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, synthesize } from './template.ts';

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

test.each(sections)('the runbook says of each alarm what harm it does, where to look and what to do: %s', (section) => {
  expect(section.match(/^\*\*.+?\*\*/gm)).toEqual(['**Harm.**', '**Look here.**', '**Do this.**']);
});

test('the harm in an alarm is the one in the runbook', () => {
  for (const [, harm, heading] of described.map((description) => description ?? [])) {
    expect(sections.find((section) => section.startsWith(`${heading}\n`))).toContain(`**Harm.** ${harm}`);
  }
});

test.each([
  ...runbook.matchAll(/of (AWS::[\w:]+) (\w+)/g),
  ...[...runbook.matchAll(/arn (\w+)\)/g)].map(([call, name]) => [call, 'AWS::SQS::Queue', name]),
  ...[...runbook.matchAll(/`log (\w+)/g)].map(([call, name]) => [call, 'AWS::Logs::LogGroup', name]),
])('what a command asks for stands in the stack, once: %s', (_call, type = '', name = '') => {
  const ids = Object.keys(template.findResources(type)).filter((id) => id.startsWith(name));
  expect(ids).toHaveLength(1);
});
