import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import initSqlJs from 'sql.js';
import { expect, test } from 'vitest';
import { theApi } from '../../bench/served-api.ts';
import { readDataset } from '../../cli/dataset-files.ts';
import { datasetCounts } from '../../src/feeds/dataset-record.ts';
import { datasetSql } from '../../src/feeds/dataset-sql.ts';
import { dataFile } from '../data/real-dataset.ts';
import { anEvent, aSource, aState, aTimeline } from '../support/builders.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jubilee, jubileeAsProcess } from './run-jubilee.ts';

const { timelines, sources, states } = readDataset();
const SQL = await initSqlJs();

test('the JSON is that of the API, on the standard output or in a file', async () => {
  const served = await (await theApi().request('/v1/dataset/dataset.json')).text();
  const out = join(await temporaryFolder(), 'dataset.json');
  const { stdout, stderr, code } = await jubilee('data', 'export', '--format', 'json', '--out', out);
  expect({ stdout, stderr, code }).toEqual({ stdout: '', stderr: '', code: 0 });
  expect(readFileSync(out, 'utf8')).toBe(served);
});

test('the CSV is that of the events', async () => {
  expect((await jubileeAsProcess({}, 'data', 'export', '--format', 'csv')).stdout).toBe(dataFile('events.csv'));
});

test('SQLite loads the SQL, every reference leads somewhere, and nothing is missing', () => {
  const database = new SQL.Database();
  database.exec([...datasetSql({ timelines, sources, states })].join(''));
  const one = (query: string) => database.exec(query)[0]?.values[0];
  expect(database.exec('PRAGMA foreign_key_check')).toEqual([]);
  const counts = datasetCounts({ timelines, sources, states });
  expect(
    one('SELECT (SELECT count(*) FROM state), (SELECT count(*) FROM event), (SELECT count(*) FROM source)'),
  ).toEqual([counts.states + counts.organisations, counts.events, counts.sources]);
  expect(one("SELECT kind, acted_by, manner FROM event WHERE pair = 'CN-LS' AND date = '1990-04-07'")).toEqual([
    'severed',
    'CN',
    'suspended',
  ]);
  expect(
    one("SELECT a.date FROM alternative a JOIN event e ON e.id = a.event WHERE e.pair = 'CN-LS' ORDER BY a.date DESC"),
  ).toEqual(['1990-04-05']);
});

test('text that would end a statement stays text', () => {
  const remark = '\'); DROP TABLE event; --\n"—中';
  const timeline = aTimeline('CN-LS', anEvent('established', '1984-01-10', { remark }));
  const facts = { timelines: [timeline], sources: [aSource('mfa-cn-list')], states: [aState('CN'), aState('LS')] };
  const database = new SQL.Database();
  database.exec([...datasetSql(facts)].join(''));
  expect(database.exec('SELECT remark FROM event')[0]?.values).toEqual([[remark]]);
});

test('the calendar has milestones whose day is known', async () => {
  const { stdout } = await jubilee('data', 'export', '--format', 'ics', '--site', 'https://jubilee.example');
  const entries = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents('vevent');
  expect(entries.length).toBeGreaterThan(1000);
  expect(String(entries[0]?.getFirstPropertyValue('url'))).toMatch(
    /^https:\/\/jubilee\.example\/relations\/[A-Z]{2}-[A-Z]{2}$/,
  );
});
