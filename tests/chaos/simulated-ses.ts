import { MessageRejected, SESServiceException } from '@aws-sdk/client-ses';
import { type CalendarDate, dayNumber, dayOf } from '../../src/domain/calendar-date.ts';
import { bounceEvent, complaintEvent, deliveryEvent, sendEvent } from '../support/ses-events.ts';
import { EVENT_YEAR } from './dates-of-every-day.ts';
import type { Fate, FaultSchedule } from './fault-schedule.ts';
import type { Random } from './random.ts';

/** A mail that SES accepted: the truth about what was sent. */
export type AcceptedMail = {
  readonly messageId: string;
  /** In ms. */
  readonly at: number;
  readonly to: string;
  readonly subscriber: string;
  /** The date that a digest is for; a notice has none. */
  readonly on: string | undefined;
  readonly notice: string | undefined;
  /** The request that a notice answers. */
  readonly request: string | undefined;
  /** When the function that sent it had last looked whether it may (ms). */
  readonly lookedAt: number | undefined;
  /** The dates of its items. */
  readonly tells: readonly CalendarDate[];
  readonly isLate: boolean;
  /** The subscription version in its links. */
  readonly subscriptionVersion: number;
  readonly text: string;
};

type World = {
  readonly schedule: Pick<FaultSchedule, 'isOrderly' | 'mailsPerDay' | 'start' | 'outages'>;
  readonly random: Random;
  readonly clock: { readonly now: number };
  /** What SES publishes, and after how many ms. */
  readonly publish: (event: object, delayMs: number) => void;
  readonly fateOf: (address: string) => Fate;
};

export type Sent = {
  readonly to: string;
  readonly raw: Buffer;
  readonly tags: Readonly<Record<string, string>>;
  readonly lookedAt: number | undefined;
};

export type SimulatedSes = ReturnType<typeof simulatedSes>;

/** What is assumed of SES: that its Send events are published at most so far apart (ms). Nothing is assumed of any other. */
const SEND_EVENT_WITHIN_MS = 5 * 60_000;

/** SES at its own door: keeps what it accepted, and tells of it late, out of order, and sometimes twice. */
export function simulatedSes({ schedule, random, clock, publish, fateOf }: World) {
  const accepted: AcceptedMail[] = [];
  const { mailsPerDay = 50_000 } = schedule;

  function tell(event: object, withinMs: number): void {
    publish(event, afterStall(schedule.isOrderly ? 1_000 : random.below(withinMs)));
    if (!schedule.isOrderly && random.chance(0.1)) publish(event, afterStall(random.below(6 * 3_600_000)));
  }

  /** What would be published while SES publishes nothing comes afterwards, in any order. */
  function afterStall(delayMs: number): number {
    const minutes = (clock.now + delayMs - Date.parse(schedule.start)) / 60_000;
    const stall = schedule.outages.find(
      ({ of, from, through }) => of.includes('SES events') && from <= minutes && minutes < through,
    );
    if (stall === undefined) return delayMs;
    const toEnd = delayMs + (stall.through - minutes) * 60_000;
    return toEnd + (schedule.isOrderly ? 0 : random.below(SEND_EVENT_WITHIN_MS));
  }

  const sentInLastDay = () => accepted.filter(({ at }) => at > clock.now - 24 * 3_600_000).length;

  return {
    accepted,
    quota: () => ({ Max24HourSend: mailsPerDay, MaxSendRate: 14, SentLast24Hours: sentInLastDay() }),
    /** @returns the id of the mail. */
    accept({ to, raw, tags, lookedAt }: Sent): string {
      if (sentInLastDay() >= mailsPerDay) throw throttled('Daily message quota exceeded.');
      const messageId = `ses-${accepted.length + 1}`;
      const text = textOf(raw.toString('latin1'));
      const { subscriber = '', digest: on, notice, request } = tags;
      accepted.push({
        ...{ messageId, at: clock.now, to, subscriber, on, notice, request, lookedAt, text },
        tells: datesTold(text, clock.now),
        isLate: text.includes('This digest is late'),
        subscriptionVersion: Number(/unsubscribe\?t=[\w-]+\.[\w-]+\.(\d+)\./.exec(text)?.[1]),
      });
      const mail = { tags, messageId, timestamp: new Date(clock.now).toISOString() };
      tell(sendEvent(mail), SEND_EVENT_WITHIN_MS);
      const later = new Date(clock.now + 1_000).toISOString();
      for (const event of fateEvents(fateOf(to), mail, later)) tell(event, 3_600_000);
      return messageId;
    },
  };
}

function fateEvents(fate: Fate, mail: Parameters<typeof deliveryEvent>[0], at: string): object[] {
  if (fate === 'bounced') return [bounceEvent(['Permanent', 'General'], mail, at)];
  if (fate === 'bounced for now') return [bounceEvent(['Transient', 'MailboxFull'], mail, at)];
  return fate === 'delivered'
    ? [deliveryEvent(mail, at)]
    : [deliveryEvent(mail, at), complaintEvent('abuse', mail, at)];
}

export function sesRefusal(isForGood: boolean): unknown {
  if (isForGood) return new MessageRejected({ message: 'Address blacklisted', $metadata: {} });
  return throttled('Maximum sending rate exceeded.');
}

function throttled(message: string): Error {
  return new SESServiceException({ name: 'Throttling', message, $fault: 'client', $metadata: {} });
}

export function lostAnswer(): Error {
  return Object.assign(new Error('No answer in time'), { name: 'TimeoutError' });
}

/** The plain part of a mail, as it travelled. */
function textOf(raw: string): string {
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(raw)?.[1] ?? '';
  const part = raw.split(`\r\n--${boundary}`).find((each) => /^\r\ncontent-type: text\/plain/i.test(each)) ?? '';
  const end = part.indexOf('\r\n\r\n');
  const [head, body] = [part.slice(0, end), part.slice(end + 4)];
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** Every date of the year has its own event of one year, so that the days told can be read off the events' own dates. */
function datesTold(text: string, now: number): CalendarDate[] {
  const events = text.matchAll(new RegExp(`(\\d{1,2}) (${months.join('|')}) ${EVENT_YEAR}`, 'g'));
  const found = [...events].map(([, day, month = '']) => nearest(months.indexOf(month), Number(day), now));
  return [...new Set(found)];
}

function nearest(month: number, day: number, now: number): CalendarDate {
  const year = new Date(now).getUTCFullYear();
  const dates = [year - 1, year, year + 1].map((each) => dayOf(new Date(Date.UTC(each, month, day))));
  const today = dayNumber(dayOf(new Date(now)));
  const away = (date: CalendarDate) => Math.abs(dayNumber(date) - today);
  return dates.reduce((one, other) => (away(other) < away(one) ? other : one));
}
