import { Command } from 'commander';
import { writeMime } from '../src/adapters/ses/mime.ts';
import type { CalendarDate } from '../src/domain/calendar-date.ts';
import { buildDigest, type Digest, endOfPeriod } from '../src/domain/digest.ts';
import { type Language, languages, type Preferences } from '../src/domain/preferences.ts';
import { type Weekends, weekendsByState } from '../src/domain/weekend.ts';
import { anniversaryRecord } from '../src/feeds/anniversary-record.ts';
import { digestMail, type Mail } from '../src/mail/digest-mail.ts';
import { factsBox } from '../src/wording/facts-box.ts';
import type { Sources } from '../src/wording/milestone-words.ts';
import { readDataset } from './dataset-files.ts';
import { addDigestOptions, formatOption, type PreferenceOptions, readDate, readPreferences } from './options.ts';

type Format = 'text' | 'html' | 'eml' | 'json' | 'brief';
type Options = PreferenceOptions & { readonly on: CalendarDate; readonly format: Format };

const site = 'http://localhost:8025';
const sender = { name: 'Jubilee', address: 'jubilee@example.org' };

/** `jubilee digest`: prints the exact mail that a subscriber with these preferences gets. */
export function digestCommand(): Command {
  return addDigestOptions(new Command('digest'))
    .description('Write the digest that a subscriber with these preferences gets on a date.')
    .requiredOption('--on <date>', "the digest's date; its period starts there", readDate)
    .addOption(formatOption('text', 'html', 'eml', 'json', 'brief'))
    .action(async (options: Options, command: Command) => {
      const { timelines, sources, states, codes } = readDataset();
      const inAll = options.lang === 'all' && options.format === 'brief';
      const preferences = readPreferences(inAll ? { ...options, lang: undefined } : options, codes, command);
      const coverage = { from: options.on, through: endOfPeriod(options.on, preferences) };
      const digest = buildDigest({ on: options.on, coverage }, { timelines }, preferences);
      const byId = new Map(sources.map((source) => [source.id, source]));
      const { format } = options;
      const written =
        format === 'brief'
          ? briefs(
              digest,
              { ...preferences, sources: byId, weekends: weekendsByState(states) },
              inAll ? languages : [preferences.language],
            )
          : await inFormat(format, { digest, mail: sampleMail(digest, preferences, byId), preferences });
      process.stdout.write(written);
    });
}

function sampleMail(digest: Digest, preferences: Preferences, sources: Sources): Mail {
  const links = { site, unsubscribe: `${site}/unsubscribe?t=sample`, preferences: `${site}/preferences?t=sample` };
  const subscriber = { id: 'sample', subscriptionVersion: 1, preferences };
  return digestMail(digest, { subscriber, sources, links, domain: 'example.org' });
}

/** Writes a facts box for each milestone, in each of the languages. */
function briefs(
  { groups }: Digest,
  reading: Pick<Preferences, 'leapDay'> & { readonly sources: Sources; readonly weekends: Weekends },
  inLanguages: readonly Language[],
): string {
  const milestones = groups.flatMap(({ milestones }) => milestones);
  const boxes = milestones.flatMap((milestone) =>
    inLanguages.map((language) => factsBox(milestone, { ...reading, language })),
  );
  return boxes.map((box) => `${box}\n`).join('\n');
}

type Sample = { readonly digest: Digest; readonly mail: Mail; readonly preferences: Preferences };

async function inFormat(format: Exclude<Format, 'brief'>, { digest, mail, preferences }: Sample): Promise<string> {
  if (format === 'json') return `${JSON.stringify(digestRecord(digest, mail, preferences), null, 2)}\n`;
  if (format !== 'eml') return `${mail[format].trimEnd()}\n`;
  const date = new Date(digest.on);
  return String(writeMime({ from: sender, to: 'reader@example.org', mail, date }));
}

function digestRecord({ on, coverage, groups }: Digest, { subject }: Mail, { leapDay }: Preferences) {
  return {
    on,
    coverage,
    subject,
    groups: groups.map(({ date, daysAhead, milestones }) => ({
      date,
      daysAhead,
      milestones: milestones.map((milestone) => ({
        ...anniversaryRecord(milestone, leapDay),
        leadTime: milestone.leadTime,
      })),
    })),
  };
}
