import type { Catalogue } from '../catalogue.ts';
import { calendars } from './calendars.ts';
import { corrections } from './corrections.ts';
import { dates } from './dates.ts';
import { digests } from './digests.ts';
import { milestones } from './milestones.ts';
import { names } from './names.ts';
import { notices } from './notices.ts';

export const russian: Catalogue = {
  direction: 'ltr',
  labelled: (label, content) => `${label}: ${content}`,
  names,
  dates,
  milestones,
  digests,
  corrections,
  notices,
  calendars,
};
