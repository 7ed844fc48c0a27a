import {
  type CalendarDate,
  type PartialDate,
  parsePartialDate,
  weekdayOf,
  yearOf,
} from '../../domain/calendar-date.ts';
import type { DayKey } from '../../domain/day-key.ts';
import type { Evidence } from '../../domain/relation-event.ts';
import type { Grade } from '../../domain/source.ts';
import { dataAsOf } from '../as-of.ts';
import { beside, yearsBetween } from '../formats.ts';
import { isolated } from '../isolation.ts';
import type { AboutCounts, ReadingMessages } from '../reading-messages.ts';
import { occasions, ofYears } from './counts.ts';
import { date, formats, fromTo, since } from './dates.ts';
import { footer, weekdays } from './footer.ts';
import { names } from './names.ts';

const { state } = names;

export const reading: ReadingMessages = {
  filter: {
    legend: 'ما يُعرض',
    state: 'الدولة',
    wholeWorld: 'العالم كله',
    kind: 'الحدث',
    usualKinds: 'الإقامة ورفع المستوى والاستئناف',
    policy: 'المناسبات',
    show: 'عرض',
  },
  day: {
    previous: 'اليوم السابق',
    next: 'اليوم التالي',
    policies: 'أي المناسبات',
    noneOfThese: 'لا تقع أي من هذه المناسبات في هذا التاريخ.',
    allYears: (day) => `${dayOfYear(day)} في جميع الأعوام`,
    inAllYears: (day) => `${dayOfYear(day)} في جميع الأعوام`,
    lede: 'كل حدث مسجل في هذا اليوم من العام، الأقدم أولًا.',
    none: 'لا حدث مسجل في هذا اليوم من العام.',
    inYear: (day, year) => `ما يقع في ${dayOfYear(day)} ${year}`,
  },
  search: {
    title: 'بحث',
    hint: 'دولة أو دولتان أو تاريخ',
    which: 'أيها تقصد؟',
    didYouMean: 'هل تقصد',
    nothing: 'لم يُعثر على نتائج. اكتب اسم دولة أو دولتين (الصين ليسوتو) أو تاريخًا (12 يناير).',
    noSuchDay: 'لا وجود لهذا اليوم في التقويم.',
  },
  states: {
    title: 'الدول',
    lede: 'علاقات كل دولة بسائر الدول: متى بدأت وقُطعت واستؤنفت، وأي المناسبات مقبلة.',
    partners: (inForce) => `عدد الشركاء: ${inForce}`,
  },
  state: {
    description: (code) => `${state(code)}: العلاقات الدبلوماسية، متى بدأت وقُطعت واستؤنفت، والمناسبات المقبلة.`,
    relations: ({ inForce, severed }) =>
      severed === 0 ? `علاقات قائمة: ${inForce}.` : `علاقات قائمة: ${inForce}؛ مقطوعة أو معلقة: ${severed}.`,
    since: (when) => `تأسست أو استقلت: ${date(when)}.`,
    unMemberSince: (when) => `عضو في الأمم المتحدة ${since(when)}.`,
    unSeatSince: (when) => `عضو في الأمم المتحدة ${since(when)}؛ وقد انتقل المقعد من دولة أو حكومة سابقة إلى الحالية.`,
    contested: 'تعترف به دول ولا تعترف به أخرى. وهو مدرج لأن العلاقات معه مسجلة، ولا تعبّر القائمة عن موقف من وضعه.',
    organisations: {
      EU: 'اتحاد لدول أوروبية تأسس في 1 نوفمبر 1993، وليس دولة. يقيم علاقات خاصة به ويعدّ علاقات الجماعة الاقتصادية الأوروبية التي نشأ عنها علاقات له. ولا تُدرج هنا إلا العلاقات التي تأكد بدؤها من مصدره، وله غيرها.',
      XO: 'رهبانية للعلمانيين في الكنيسة الكاثوليكية مقرها روما. لا إقليم لها، وتقيم علاقات خاصة بها بوصفها من أشخاص القانون الدولي. ولا تُدرج هنا إلا العلاقات التي تأكد بدؤها من مصدره، ولها غيرها.',
    },
    ended: (on) => `لم تعد هذه الدولة قائمة ${since(on)}. ولا يُحتفل بمناسبات علاقاتها.`,
    followedBy: 'الدول التي خلفتها',
    cameFrom: 'الدولة التي نشأت عنها',
    next: 'المناسبات المقبلة',
    noneNext: 'لا مناسبات في الأشهر الاثني عشر المقبلة.',
    year: (year) => `عام ${year} يومًا بيوم`,
    picture: 'علاقاتها عبر الزمن',
    howToRead: 'كل خط شريك، بحسب المنطقة وترتيب بدء العلاقات. الخط المنقطع يبين انقطاع العلاقات.',
    clipped: (start) => `الخط الذي يبدأ من الحافة يعود إلى ما قبل عام ${yearOf(start)}.`,
    inForce: 'علاقات قائمة',
    severed: 'علاقات مقطوعة',
    spans: (inForce) => inForce.map(({ from, until }) => yearSpan(from, until)).join('، '),
    withoutRelations: {
      title: 'بلا علاقات مؤرخة',
      lines: ['مع هذه الدول لا يُسجل سوى اعتراف أو علاقات قنصلية، أو قطع لعلاقات لا يُعرف بدؤها.'],
    },
  },
  relation: {
    description: (pair) => `${names.pair(pair)}: العلاقات الدبلوماسية، كل حدث مؤرخ مع مصادره، والمناسبات المقبلة.`,
    status: {
      inForce: (when) => (when === undefined ? 'العلاقات قائمة.' : `العلاقات قائمة ${since(when)}.`),
      severed: (when) => (when === undefined ? 'العلاقات مقطوعة.' : `العلاقات مقطوعة ${since(when)}.`),
      suspended: (when) =>
        when === undefined ? 'العلاقات معلقة؛ ولم يُسجل منذ متى.' : `العلاقات معلقة ${since(when)}.`,
    },
    without: 'لا علاقات دبلوماسية بين الدولتين.',
    none: 'لا علاقات دبلوماسية مسجلة: الأحداث أدناه فقط.',
    ended: (on) => `لم تعد إحدى الدولتين قائمة ${since(on)}.`,
    picture: 'العلاقات عبر الزمن',
    periods: {
      asTable: 'على شكل جدول',
      from: 'من',
      until: 'إلى',
      status: 'الحالة',
      today: 'اليوم',
      undated: 'نهايتها غير مسجلة',
    },
    table: 'ما حدث ومن يذكره',
    act: 'الحدث',
    date: 'التاريخ',
    sources: 'المصادر',
    grades: { official: 'رسمي', encyclopedia: 'موسوعة', press: 'صحافة', weak: 'ضعيف' },
    why: (preference) => {
      if (preference.why === 'undecided') return 'لا يرجح أي من التاريخين على الآخر: تحقق قبل الاعتماد على أحدهما.';
      if (preference.why === 'better-source')
        return `مفضل لأن ${gradeNames[preference.grade]} مقدم على ${gradeNames[preference.over]}.`;
      if (preference.why === 'more-sources')
        return `مفضل بعدد المصادر: ${preference.sources} مقابل ${preference.against}.`;
      return 'مفضل لأن مصادره أثقل وزنًا: فهي مستقلة بعضها عن بعض، أو تذكر دخوله حيز النفاذ.';
    },
    discontinued: (numbers) =>
      `لا أثر لها في حالة العلاقات ولا في المناسبات، لأنها من أفعال سلف لا تعدّها الدولة الحالية من أعمالها: ${formats.and(numbers)}.`,
    bothGive: (givers) =>
      `تذكر الحكومتان تاريخين مختلفين: ${givers.map(({ state: code, date: day }) => `${state(code)}، ${date(day)}`).join('؛ ')}.`,
    rulings: 'بقرار المحررين',
    coming: 'المناسبات المقبلة',
    noneComing: 'لا مناسبات في الأعوام العشرة المقبلة.',
    silent: 'لا يُعلن عن المناسبات ما دامت العلاقات مقطوعة أو معلقة.',
    facts: {
      title: 'صحائف الوقائع',
      lines: [
        'كل مناسبة قادمة في نص بسيط يصلح لرسالة أو لجدول مواعيد: الصيغة، ويوم الأسبوع في العاصمتين، والتسلسل الزمني، والمصادر.',
      ],
      inAll: 'باللغات الست جميعًا',
      inOne: 'بهذه اللغة وحدها',
      copy: 'نسخ',
      copied: 'تم النسخ',
    },
    report: {
      title: 'هل هناك خطأ؟',
      lines: ['أفضل تصحيح هو مصدر أفضل: اذكره واذكر التاريخ الذي يورده. لا نطلب اسمًا ولا عنوانًا، فلا تكتبهما.'],
      link: 'الإبلاغ عن خطأ',
      act: 'أي حدث',
      anotherAct: 'حدث آخر، أو لا شيء من هذه',
      text: 'ما الخطأ',
      date: 'التاريخ الصحيح إن كنت تعرفه',
      dateHint: 'اليوم بصيغة 2024-01-12، والشهر 2024-01، أو السنة وحدها.',
      source: 'عنوان الويب لمصدر',
      send: 'إرسال البلاغ',
      wrong: {
        text: 'اذكر ما الخطأ في 1000 حرف على الأكثر.',
        date: 'هذا ليس تاريخًا: اكتب 2024-01-12 أو 2024-01 أو 2024.',
        source: 'هذا ليس عنوان ويب: انسخه كاملًا مع https://.',
      },
      thanks: {
        title: 'شكرًا لك',
        lines: ['سيقرأ أحد المحررين البلاغ ويبحث عن مصادر. وإذا تغيّر التاريخ فستذكره صفحة البلدين وقائمة التغييرات.'],
      },
    },
  },
  planner: {
    title: 'المخطط',
    lede: 'مناسبات الأشهر المقبلة في صفحة واحدة، لدولة أو دولتين أو منطقة أو للعالم كله: للتخطيط والطباعة والحفظ.',
    description:
      'المناسبات الدبلوماسية لدولة في العامين المقبلين: بحسب الشهر، مع الأسابيع المزدحمة واليوم في العاصمتين.',
    state: 'الدولة',
    partner: 'مع',
    allPartners: 'جميع الشركاء',
    region: 'أو منطقة',
    noRegion: 'بلا اختيار',
    firstMonth: 'الشهر الأول',
    firstMonthHint: 'مثل 2027-01، واتركه فارغًا للبدء من اليوم.',
    years: 'المدى',
    duration: ofYears,
    show: 'عرض المخطط',
    heading: (name) => `المخطط: ${name}`,
    span: (span) => fromTo(span),
    summary: ({ milestones, busyWeeks }) =>
      busyWeeks === 0 ? `${occasions(milestones)}.` : `${occasions(milestones)}، أسابيع مزدحمة: ${busyWeeks}.`,
    busyWeek: ({ milestones, ...span }) => `${occasions(milestones)} في أسبوع واحد: ${fromTo(span)}`,
    day: 'اليوم',
    dayInMonth: (day) => `${weekdayName(day)} ${Number(day.slice(8))}`,
    milestone: 'المناسبة',
    inBothCapitals: 'في العاصمتين',
    emptyMonth: 'لا مناسبات.',
    weekend: (code) => `عطلة نهاية الأسبوع: ${state(code)}`,
    morning: ({ here, elsewhere, day, shown }) =>
      `${state(here)} 09:00 – ${state(elsewhere)} ${shown.time}، ${weekdayName(shown.day)}${beside(shown.day, day, ' (اليوم السابق)', ' (اليوم التالي)')}`,
    later: 'الأشهر التالية',
    aboutCapitals:
      'التاريخ واحد في العاصمتين، لكنه لا يبدأ في الوقت نفسه. فإذا كان اليوم مختلفًا في العاصمة الأخرى عند التاسعة صباحًا في الأولى، ذُكر التوقيت المحلي إلى جانب المناسبة، وكذلك إذا وافق اليوم عطلة نهاية الأسبوع، متى توفر مصدر لأيام عطلة تلك الدولة. أما العطل الرسمية فغير معروفة هنا.',
    facts: 'صحائف الوقائع',
    calendar: 'بصيغة تقويم (ICS)',
    xlsx: 'لبرنامج Excel وغيره من الجداول (XLSX)',
    csv: 'بصيغة جدول (CSV)',
    table: {
      date: 'التاريخ',
      weekday: 'يوم الأسبوع',
      country: 'الدولة',
      partner: 'الشريك',
      anniversary: 'المناسبة',
      years: 'الأعوام',
      jubilee: 'يوبيل',
      yes: 'نعم',
      no: 'لا',
      evidence: 'الموثوقية',
      days: 'كل الأيام ومن يذكرها',
      page: 'الصفحة',
    },
  },
  year: {
    title: (year) => `مناسبات العالم في عام ${year}`,
    description: (year) => `كل يوم من عام ${year} بحسب عدد المناسبات الدبلوماسية فيه.`,
    lede: ({ milestones, days }) => `المناسبات في هذا العام: ${formats.number(milestones)}، الأيام: ${days}.`,
    month: formats.monthName,
    weekday: (weekday) => shortWeekdays[weekday],
    number: (day) => String(Number(day.slice(8))),
    day: (day, milestones) => `${date(day)}: ${occasions(milestones)}`,
    scale: 'المناسبات في اليوم',
    quiet: 'لا شيء',
    step: ({ least, most }) => (least === most ? String(least) : `${least}–${most}`),
    busiest: 'أكثر الأيام ازدحامًا',
    withoutDay: (milestones) => `${occasions(milestones)} لا يُعرف سوى شهرها أو عامها، ولا تقع في أي من هذه الأيام.`,
    previous: 'العام السابق',
    next: 'العام التالي',
  },
  about: (counts) => ({
    title: 'عن البيانات',
    lines: [
      `الأحداث المؤرخة: ${figure(counts.events)}؛ العلاقات الثنائية: ${figure(counts.pairs)}؛ الدول: ${counts.states}، ومعها الاتحاد الأوروبي ومنظمة فرسان مالطا؛ المصادر: ${counts.sources}.`,
      'يُجمع فيها متى اعترفت الدول بعضها ببعض وبدأت علاقاتها وقطعتها واستأنفتها ورفعت مستواها، ويُذكر من يورد كل تاريخ، وتُحسب المناسبات.',
    ],
    sections: [
      {
        title: 'كيف يُحدد التاريخ',
        lines: [
          'ما يُحفظ هو إفادات: مصدر يقول إن حدثًا وقع في تاريخ. تُجمع الإفادات عن الحدث نفسه وتُوزن. الوزارات والسفارات أثقل وزنًا من الموسوعات، وهذه أثقل من الصحافة، أما صفحات المناسبات فلا وزن لها يُذكر. والمصادر التي ينقل بعضها عن بعض لها صوت واحد.',
          'يُعتمد التاريخ الأثقل وزنًا. والتاريخ الأدق الموافق للأقل دقة مقدم عليه. وتبقى التواريخ الأخرى إلى جانبه فلا يُخفى شيء. وحيث لا تكفي القاعدة العامة يقرر المحررون ويكتبون السبب.',
          'دقة التاريخ كدقة مصدره: لا يُختلق يوم. وما عُرف شهره أو عامه يُذكر للشهر أو العام.',
        ],
      },
      {
        title: 'مدى موثوقيتها',
        lines: [
          `أحداث تورد يومها حكومة أحد الطرفين: ${figure(counts.evidence.official)}؛ مصادر مستقلة: ${figure(counts.evidence.corroborated)}؛ قائمتا الطرفين في موسوعة واحدة: ${figure(counts.evidence.listed)}؛ غير مؤكدة: ${figure(counts.evidence.unconfirmed)}؛ تختلف فيها مصادر متقاربة الوزن: ${figure(counts.evidence.disputed)}. معروفة باليوم: ${figure(counts.day)}؛ بالشهر: ${figure(counts.month)}؛ بالعام فقط: ${figure(counts.year)}.`,
          `المصادر الرسمية: ${counts.officialSources}. معظم التواريخ من قوائم موسوعة واحدة هي ويكيبيديا.`,
          `عند مقارنتها بمصادر مستقلة صحّ، بحسب الحقبة، ${share(counts.held.listed)} من تواريخ القائمتين، و${share(counts.held.unconfirmed)} من غير المؤكدة، و${share(counts.held.disputed)} من المختلف عليها. وتورد صفحة كل علاقة نسبة كل تاريخ، وتورد الواجهة البرمجية مجالها بثقة 95 %.`,
          'طريقة القياس: تُحسم التواريخ من دون المصادر الرسمية والصحافة، ثم تُقارن الأيام الناتجة بما تورده تلك المصادر. ولا توجد هذه الأدلة إلا حيث يُحتفل، فالنسب أدل على العلاقات البارزة منها على غيرها.',
          'لذلك تحقق قبل الاعتماد على أي تاريخ. لكل علاقة ثنائية صفحة بمصادرها.',
        ],
      },
      {
        title: 'ما ينقصها',
        lines: [
          'قطع العلاقات غير مكتمل: لا يكاد يُغطى ما وقع في الحربين العالميتين. وبعض العلاقات مدرج على أنه معلق دون تاريخ. والاعتراف والعلاقات القنصلية ورفع المستوى ترد عرضًا، إلا للولايات المتحدة؛ ولا يُسجل خفض المستوى.',
          'التواريخ السابقة لعام 1815 اتصالات أولى أو معاهدات لا علاقات بمفهوم اليوم. ولا يُسجل من علاقات الاتحاد الأوروبي ومنظمة فرسان مالطا إلا ما تأكد بدؤه من مصدره. ولا تشمل البيانات الدول غير واسعة الاعتراف، عدا كوسوفو وفلسطين والجمهورية الصحراوية وتايوان.',
          footer.asOf(dataAsOf),
        ],
      },
      {
        title: 'الترخيص',
        lines: [
          `البيانات حرة الاستخدام والنقل برخصة المشاع الإبداعي، النسبة والترخيص بالمثل 4.0 (${isolated('CC BY-SA 4.0')})، لأن معظمها من مقالات المساهمين في ويكيبيديا. لم تؤخذ سوى الأسماء والتواريخ. وتواريخ مكتب المؤرخ في وزارة الخارجية الأمريكية ملك عام.`,
        ],
      },
    ],
  }),
  changes: {
    title: 'التغييرات في البيانات',
    none: 'لم يتغير شيء بعد.',
    here: 'ما تغيّر هنا',
    what: { new: 'جديد', gone: 'محذوف', day: 'تاريخ آخر', kind: 'حدث آخر', evidence: 'الموثوقية' },
  },
  ways: {
    data: 'بيانات (JSON)',
    planner: 'عامان في صفحة واحدة',
    states: 'جميع الدول',
    about: 'عن البيانات',
    alerts: (name) => `تلقي التنبيهات: ${name}`,
  },
  missing: {
    state: {
      title: 'لا دولة بهذا الرمز',
      lines: ['الرموز حرفان، مثل CN للصين. وهي جميعًا في قائمة الدول.'],
    },
    pair: {
      title: 'ليست هذه ثنائية',
      lines: [`الثنائية رمزان مختلفان، مثل ${isolated('CN-LS')} للصين وليسوتو.`],
    },
    events: {
      title: 'لا شيء مسجل لهذه العلاقة الثنائية',
      lines: ['لا يؤرخ أي مصدر معروف هنا حدثًا بين الطرفين. ولا يعني ذلك عدم وجود علاقات بينهما.'],
    },
    date: {
      title: 'ليس هذا تاريخًا',
      lines: ['اكتب اليوم هكذا 2024-01-12، والشهر 2024-01، والعام 2024، واليوم في جميع الأعوام 01-12.'],
    },
    year: { title: 'هذا العام خارج النطاق', lines: ['تُعرض الأعوام من 1800 إلى 2200، مثل 2027.'] },
  },
  wrong: {
    tooMany: (most) => `اختر ${most} دول وعلاقات ثنائية على الأكثر.`,
    asked: (parameter, value) => `يطلب العنوان ${isolated(`${parameter}=${value}`)}، ولا يمكن عرضه.`,
    meant: (parameter) => `هل تقصد ${isolated(parameter)}؟`,
    oneOf: (values) => `اكتب إحدى هذه القيم: ${isolated(values.join(', '))}.`,
    policy: (words) =>
      `اكتب إحدى هذه الكلمات: ${isolated(words.join(', '))}، أو أعداد سنوات مثل ${isolated('10,25,50')}.`,
  },
};

const gradeNames: Readonly<Record<Grade, string>> = {
  official: 'المصدر الرسمي',
  encyclopedia: 'المصدر الموسوعي',
  press: 'المصدر الصحفي',
  weak: 'المصدر الضعيف',
};

const shortWeekdays = {
  monday: 'ن',
  tuesday: 'ث',
  wednesday: 'ر',
  thursday: 'خ',
  friday: 'ج',
  saturday: 'س',
  sunday: 'ح',
} as const;

function dayOfYear(day: DayKey): string {
  return formats.dayAndMonth(parsePartialDate(`2000-${day}`) ?? '2000');
}

function yearSpan(from: PartialDate, until: PartialDate | undefined): string {
  return until === undefined ? `منذ ${from.slice(0, 4)}` : yearsBetween(from, until);
}

function weekdayName(day: CalendarDate): string {
  return weekdays[weekdayOf(day)];
}

function figure(count: number): string {
  return formats.number(count);
}

/** Formats the measured share of dates that held, from the lowest to the highest of any era. */
function share({ least, most }: AboutCounts['held'][Evidence]): string {
  const [from, through] = [Math.round(least * 100), Math.round(most * 100)];
  return from === through ? `${from} %` : `${from} إلى ${through} %`;
}
