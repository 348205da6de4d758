import type { CertificateFacts } from '~/documents/certificate'
import { factsOf, names } from './specimen-facts'

/** A certificate in a language whose pages begin at the right. */
export function arabicFacts(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  return factsOf({
    language: 'ar',
    words: WORDS,
    learner: { name: names.ar },
    programme: {
      title: 'القيادة الشاملة',
      description: 'يقود مجموعة من أشخاص مختلفين بحيث يُسمع صوت كل واحد منهم ويُنجز العمل (في 3 مواقع).',
      emblem: { seed: 'leadership', title: 'القيادة', issuer: 'Northbridge', level: 2 },
    },
    level: { word: 'متوسط', position: 2, of: 3 },
    awarded: { on: new Date('2026-05-02T10:00:00Z'), words: '2 مايو 2026' },
    competencies: [
      { name: 'التعاون', code: 'S3', level: { word: 'مستقل', position: 3, of: 4 } },
      { name: 'التواصل', code: 'S2', level: { word: 'متدرب', position: 2, of: 4 } },
    ],
    scale: ['مبتدئ', 'متدرب', 'مستقل', 'قائد'],
    elements: [{ term: 'التقييم', meaning: 'حكم وفق معايير منشورة' }],
    activities: [{ title: 'قائد نوبة، بنك الطعام', period: 'من أكتوبر 2025 إلى مارس 2026', minutes: 2400 }],
    ...changes,
  })
}

const WORDS: CertificateFacts['words'] = {
  kinds: {
    MicroCredential: { heading: 'شهادة مصغرة', earned: 'قد نال الشهادة المصغرة' },
    CoCurricular: { heading: 'شهادة نشاط مرافق', earned: 'قد أتم البرنامج' },
    CommunityService: { heading: 'شهادة خدمة المجتمع', earned: 'قد أتم الخدمة' },
    Badge: { heading: 'شهادة', earned: 'قد نال' },
  },
  specimen: 'نموذج غير صالح',
  certifies: 'تشهد بأن',
  emblem: 'شعار البرنامج',
  level: 'المستوى',
  workload: 'عبء العمل',
  confirmed: 'المؤكد',
  credit: 'الوحدات',
  awarded: 'تاريخ المنح',
  validUntil: 'صالحة حتى',
  shown: 'ما تم إثباته',
  shownNote: 'المستويات كما حكم عليها الآخرون',
  confirmedBy: 'أكدها',
  moreOverleaf: 'البقية في الصفحة التالية',
  qrCode: 'رمز يحمل عنوان هذه الشهادة',
  check: 'تحقق من هذه الشهادة على',
  number: 'رقم الشهادة',
  about: 'عن هذه الشهادة',
  description: 'الوصف',
  restsOn: 'على ماذا تستند',
  activity: 'النشاط',
  period: 'الفترة',
  hours: 'الساعات',
  reading: 'كيف تُقرأ',
  scale: 'المستويات من الأدنى',
  confirmedMeans: 'المؤكد',
  confirmedMeaning: 'شخص غير المتعلم أكد الساعات واختار كل مستوى وفق نص المعيار.',
  checking: 'التحقق',
  checkingMeaning: 'العنوان والرمز يقودان إلى الحالة الراهنة لهذه الشهادة، حتى لو أُلغيت (Open Badges 3.0).',
  attachment: 'الشهادة الموقعة (Open Badges 3.0)',
}
