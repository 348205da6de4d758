import type { PaperMessages } from '../en/papers'
import { certificate } from './certificate'
import { LOCALE, plural } from './numbers'
import { time } from './time'
import { transcriptPaper } from './transcript-paper'

const activities = (count: number) => plural(count, {
  zero: 'لا أنشطة', one: 'نشاط واحد', two: 'نشاطان', few: '# أنشطة', many: '# نشاطًا', other: '# نشاط',
})

/** After a preposition. */
const inActivities = (count: number) => plural(count, {
  zero: 'لا أنشطة', one: 'نشاط واحد', two: 'نشاطين', few: '# أنشطة', many: '# نشاطًا', other: '# نشاط',
})

export const ar: PaperMessages = {
  language: 'ar',
  locale: LOCALE,
  common: { time },
  certificate,
  transcriptPaper,
  transcript: {
    name: 'سجل الأنشطة اللاصفية',
    issuedTo: recipient => `صادر إلى ${recipient}.`,
    describes: (institution, isComplete, day) =>
      isComplete
        ? `جميع الشهادات السارية وجميع الأنشطة المعتمدة لدى ${institution}، حتى ${day}. ليس كشف درجات أكاديميًا.`
        : `مختارات من الشهادات والأنشطة المعتمدة لدى ${institution} كما اختارها صاحب السجل، حتى ${day}. ليس كشف درجات أكاديميًا.`,
    sum: (count, hours) => `${activities(count)}، ${hours}`,
  },
  issuing: {
    category: {
      club: 'نادٍ أو جمعية طلابية',
      sport: 'رياضة',
      arts: 'فنون',
      volunteering: 'عمل تطوعي',
      internship: 'تدريب عملي',
      research: 'بحث علمي',
      employment: 'عمل مأجور',
      membership: 'عضوية',
      other: 'غير ذلك',
    },
    scale: (hours, count, period) => `${hours} من العمل المؤكَّد في ${inActivities(count)}، ${period}.`,
    somebody: 'شخص كان حاضرًا',
    elements: {
      awardingBody: 'الجهة المانحة',
      country: 'بلد الجهة المانحة',
      level: 'المستوى',
      workload: 'عبء العمل المقدَّر',
      assessment: 'نوع التقييم',
      assessor: 'القائم بالتقييم',
      participation: 'شكل المشاركة',
      qualityAssurance: 'ضمان الجودة',
      supervision: 'الإشراف والتحقق من الهوية',
      prerequisites: 'المتطلبات السابقة',
      leadsTo: 'تُحتسب ضمن',
      contact: 'للاستفسار',
    },
    levelOf: (level, eqfLevel, basis) =>
      eqfLevel === null ? `${level} (${basis})` : `${level}، المستوى ${eqfLevel} في الإطار الأوروبي للمؤهلات (${basis})`,
    workload: (hours, credits, basis) =>
      credits === null ? hours : `${hours}، ${credits} ECTS${basis ? ` (${basis})` : ''}`,
  },
  programme: { level: { foundation: 'تأسيسي', intermediate: 'متوسط', advanced: 'متقدم' } },
  endorsement: {
    assurance: {
      staff: 'من منسوبي الجامعة، تأكدت هويته بتسجيل الدخول',
      organisation: 'عنوان تابع لمؤسسة، تأكد برمز',
      email: 'عنوان بريد إلكتروني، تأكد برمز',
    },
  },
  catalogue: {
    credits: credits => plural(credits, {
      zero: 'بلا نقاط ECTS', one: 'نقطة ECTS واحدة', two: 'نقطتا ECTS', few: '# نقاط ECTS', many: '# نقطة ECTS', other: '# نقطة ECTS',
    }),
  },
}
