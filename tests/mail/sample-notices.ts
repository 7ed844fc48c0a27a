import type { Language } from '../../src/domain/preferences.ts';
import type { SubscriberStatus } from '../../src/domain/subscriber.ts';
import {
  confirmationMail,
  goodbyeMail,
  movedMail,
  type NoticeReader,
  newAddressMail,
  preferencesMail,
  reminderMail,
} from '../../src/mail/notice-mails.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';

const settings = preferencesWith({
  states: ['CN'],
  leadTimes: [365, 180, 90, 30, 7, 0],
  timeZone: 'Asia/Shanghai',
  sendEmpty: true,
});

export function noticeReader(status: SubscriberStatus, action: string, language: Language = 'en'): NoticeReader {
  return {
    subscriber: aSubscriber({ status, preferences: { ...settings, language } }),
    links: {
      site: 'https://jubilee.example',
      action: `https://jubilee.example/${action}?t=${token}`,
      unsubscribe: `https://jubilee.example/unsubscribe?t=${token}`,
    },
    domain: 'jubilee.example',
  };
}

/** As long as a real one. */
const token = 'Zx3Kq9.9bTtmV0yQk2wL7uRr1cXsA.1704441600.1704614400.u5mN3sVQbYk1ZKQfJc0Xr8Lw2hTtP6dGeAiOyBn4C7M';

const asked = new Date('2024-01-05T08:00:00Z');

export function noticesIn(language: Language) {
  const reader = (status: SubscriberStatus, action: string) => noticeReader(status, action, language);
  return {
    confirmation: confirmationMail(reader('pending', 'confirm')),
    reminder: reminderMail(reader('pending', 'confirm')),
    preferences: preferencesMail({ ...reader('active', 'preferences'), at: asked }),
    address: newAddressMail(reader('pending', 'confirm')),
    moved: movedMail('moved', { ...reader('active', 'preferences/address/undo'), at: asked }),
    'moved-back': movedMail('moved-back', { ...reader('active', 'subscribe'), at: asked }),
    goodbye: goodbyeMail({ ...reader('unsubscribed', 'unsubscribe'), undoUntil: '2024-02-02' }),
  };
}

export const sampleNotices = noticesIn('en');
