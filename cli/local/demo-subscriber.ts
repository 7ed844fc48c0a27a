import { addDays } from '../../src/domain/calendar-date.ts';
import { localDate, tickServing } from '../../src/domain/schedule.ts';
import { defaultPreferences, type Subscriber } from '../../src/domain/subscriber.ts';

const preferences = { ...defaultPreferences, hour: 0, sendEmpty: true };

/** Someone who follows the whole world from today on and hears at midnight UTC, also when nothing is due. */
export function demoSubscriber(now: Date): Subscriber {
  const today = localDate(now, preferences.timeZone);
  return {
    id: 'demo',
    email: 'demo@jubilee.example',
    status: 'active',
    subscriptionVersion: 1,
    preferences,
    coveredThrough: addDays(today, -1),
    scheduledSince: tickServing({ date: today, hour: preferences.hour }, preferences.timeZone).toISOString(),
    confirmationMails: 0,
  };
}
